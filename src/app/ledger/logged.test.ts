import { expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import type { BeatAnalysis } from '../studio/analyses.ts';
import type { PreviewPlayer, PreviewState } from '../studio/preview.ts';
import type { SpeechRecognition } from '../studio/speech.ts';
import type { LedgerLog } from './ledger.ts';
import { loggedBeats, loggedCapabilities, loggedPreview, loggedSpeech } from './logged.ts';

function logbook() {
  const entries: string[] = [];
  const add: LedgerLog['add'] = (level, scope, event) => void entries.push(`${level} ${scope} ${event}`);
  return { entries, log: { add } };
}

test('beats that could not be found are in the log, those that a person cancelled are not', async () => {
  const { entries, log } = logbook();
  let error = new StudioError('worker-crashed', 'Listening stopped.');
  const analyse: BeatAnalysis['analyse'] = () => Promise.reject(error);
  const beats = loggedBeats({ analyse } as BeatAnalysis, log);
  await expect(beats.analyse('a')).rejects.toBe(error);
  error = new StudioError('cancelled', 'Cancelled.');
  await expect(beats.analyse('a')).rejects.toBe(error);
  expect(entries).toEqual(['warn beats failed']);
});

test('what computed a speech model is in the log, and why it was not the graphics card', async () => {
  const told: unknown[] = [];
  const log = { add: (...entry: Parameters<LedgerLog['add']>) => void told.push(entry) };
  const heard = { language: 'en', words: [], duration: 1, device: 'wasm', gpuProblem: 'It was lost.' } as const;
  const speech = loggedSpeech({ transcribe: async () => heard } as unknown as SpeechRecognition, log);
  await speech.transcribe('a', { model: 'tiny' });
  expect(told).toEqual([['info', 'speech', 'heard', { device: 'wasm', gpuProblem: 'It was lost.' }]]);
});

test('a preview that failed is in the log once for each failure', () => {
  const { entries, log } = logbook();
  const listeners: (() => void)[] = [];
  let error: StudioError | null = null;
  const player = {
    snapshot: () => ({ error }) as PreviewState,
    subscribe: (listener: () => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  } as PreviewPlayer;
  loggedPreview(player, log);
  const become = (next: StudioError | null) => {
    error = next;
    for (const listener of listeners) listener();
  };
  const first = new StudioError('decoder-failed', 'The decoder failed.');
  for (const next of [null, first, first, null, new StudioError('worker-crashed', 'Stopped.')]) become(next);
  expect(entries).toEqual(['warn preview failed', 'warn preview failed']);
});

test('what the machine can do is in the log once', async () => {
  const { entries, log } = logbook();
  const found = { compositor: 'canvas', videoEncoder: 'webcodecs' };
  const ask = loggedCapabilities(async () => found as never, log);
  expect(await ask()).toBe(found);
  await ask();
  expect(entries).toEqual(['info machine capabilities']);
});
