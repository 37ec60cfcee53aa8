import { describe, expect, test } from 'vitest';
import type { HeardTranscript, TranscribeOptions } from '#app/studio/speech.ts';
import { StudioError } from '#core/errors.ts';
import { cuesOfTrack } from '#core/project/captions.ts';
import { createProject } from '#core/project/project.ts';
import { createCaptioning } from './captioning.ts';
import { createProjectHistory } from './project-history.ts';

const SOUND = { assetId: 'voice', name: 'voice.mp3' };
const GOLD = { text: 'gold', start: 0.5, end: 1, confidence: 0.9 };
const HEARD: HeardTranscript = { language: 'en', duration: 2, words: [GOLD], device: 'wasm', gpuProblem: null };

interface Call {
  readonly options: TranscribeOptions;
  readonly resolve: (heard: HeardTranscript) => void;
  readonly reject: (error: unknown) => void;
}

function setUp() {
  const history = createProjectHistory(createProject('p', 0, 1), () => 0);
  const calls: Call[] = [];
  const captioning = createCaptioning(
    {
      transcribe: (_, options) =>
        new Promise((resolve, reject) => {
          calls.push({ options, resolve, reject });
          options.signal?.addEventListener('abort', () => reject(new StudioError('cancelled', 'Cancelled.')));
        }),
    },
    history,
  );
  const call = () => {
    const [latest] = calls.slice(-1);
    if (!latest) throw new Error('Nothing was asked for.');
    return latest;
  };
  const cues = () => cuesOfTrack(history.current.getState().project.captions, 'voice');
  return { history, captioning, calls, call, cues };
}

describe('writing captions', () => {
  test('shows what is heard meanwhile, and gives the project its captions as one step to undo', async () => {
    const { history, captioning, call, cues } = setUp();
    const done = captioning.start(SOUND, 'tiny');
    expect(captioning.state.getState().run).toMatchObject({ stage: 'loading', text: '' });
    call().options.onProgress?.({ stage: 'listening', fraction: 0.5, words: [GOLD], text: 'and more' });
    expect(captioning.state.getState().run).toMatchObject({ stage: 'listening', fraction: 0.5, text: 'gold and more' });
    call().resolve(HEARD);
    await done;
    expect(cues().map(({ words }) => words[0]?.text)).toEqual(['gold']);
    expect(captioning.state.getState()).toMatchObject({ run: null, outcome: null });
    history.undo();
    expect(cues()).toEqual([]);
  });

  test('asks for what the person chose', async () => {
    const { captioning, call } = setUp();
    captioning.choose({ language: 'de', translate: true });
    void captioning.start(SOUND, 'tiny');
    expect(call().options).toMatchObject({ model: 'tiny', language: 'de', task: 'translate' });
  });

  test('stops at once when it is cancelled, and can begin again', async () => {
    const { captioning, call, calls, cues } = setUp();
    const first = captioning.start(SOUND, 'tiny');
    captioning.cancel();
    expect(captioning.state.getState()).toMatchObject({ run: null, outcome: null });
    const second = captioning.start(SOUND, 'tiny');
    expect(calls).toHaveLength(2);
    await first;
    expect(captioning.state.getState().run).not.toBeNull();
    call().resolve(HEARD);
    await second;
    expect(cues()).toHaveLength(1);
  });

  test('is one at a time', () => {
    const { captioning, calls } = setUp();
    void captioning.start(SOUND, 'tiny');
    void captioning.start(SOUND, 'tiny');
    expect(calls).toHaveLength(1);
  });

  test('says what went wrong, and where nobody speaks', async () => {
    const { captioning, call } = setUp();
    const failing = captioning.start(SOUND, 'tiny');
    const error = new StudioError('file-damaged', 'Broken.');
    call().reject(error);
    await failing;
    expect(captioning.state.getState().outcome).toEqual({ kind: 'failed', sound: SOUND, error });
    const silent = captioning.start(SOUND, 'tiny');
    call().resolve({ ...HEARD, words: [] });
    await silent;
    expect(captioning.state.getState().outcome).toEqual({ kind: 'silent', sound: SOUND });
  });

  test('leaves another project alone that was opened meanwhile', async () => {
    const { history, captioning, call, cues } = setUp();
    const done = captioning.start(SOUND, 'tiny');
    history.open(createProject('other', 0, 1));
    call().resolve(HEARD);
    await done;
    expect(cues()).toEqual([]);
  });
});
