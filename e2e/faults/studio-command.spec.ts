import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { counterClip, readCounter } from './frame-counter.ts';

/** `npm run studio -- render --profile DIR`, killed and run again. */

const FRAMES = 480;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studio-command-'));
});

test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

interface Command {
  readonly process: ChildProcess;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** Until it has printed this to stderr. */
  untilSaid(words: RegExp): Promise<void>;
}

function studio(args: readonly string[]): Command {
  const child = spawn(process.execPath, ['scripts/studio.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return {
    process: child,
    ended: once(child, 'close').then(([code]) => ({ code, stdout, stderr })),
    async untilSaid(words) {
      while (!words.test(stderr)) {
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${stderr}`);
        await once(child.stderr, 'data');
      }
    },
  };
}

async function renderOf(out: string, ...more: string[]): Promise<string[]> {
  const look = ['--style', 'minimal-clean', '--grade', '0', '--overlay', 'none', '--quality', 'eco'];
  const files = ['--images', await counterClip(FRAMES), '--out', join(folder, out)];
  return ['render', '--profile', join(folder, 'profile'), ...files, ...look, ...more];
}

test('a render that was killed goes on when it is asked for again, and says so; another one is another job', async () => {
  test.setTimeout(300_000);
  const killed = studio(await renderOf('killed.mp4'));
  await killed.untilSaid(/rendering [1-9]\d %/);
  killed.process.kill('SIGKILL');
  await killed.ended;

  const again = await studio(await renderOf('video.mp4')).ended;
  expect(again.code, again.stderr).toBe(0);
  expect(again.stderr).toMatch(/This video was being made already: going on with it, at \d+ %\./);
  const report = JSON.parse(again.stdout);
  expect(report).toMatchObject({ status: 'completed', frames: FRAMES });
  expect(await readCounter(join(folder, 'video.mp4'))).toEqual(Array.from({ length: FRAMES }, (_, frame) => frame));

  // It has ended: the same words now ask for a new one, as other words would have.
  const third = await studio(await renderOf('short.mp4', '--seconds', '2')).ended;
  expect(third.code, third.stderr).toBe(0);
  expect(third.stderr).not.toContain('going on with it');
  const jobs = await studio(['metrics', '--profile', join(folder, 'profile')]).ended;
  expect(JSON.parse(jobs.stdout)).toMatchObject({ jobs: { completed: 2 } });
  expect(JSON.parse(third.stdout).jobId).not.toBe(report.jobId);
});
