import { expect, test } from 'vitest';
import { WorkGroup } from './work-group.ts';

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('ended')));
  });
}

test('a group ends when its last work has ended, one that joined late included', async () => {
  const log: string[] = [];
  const group = new WorkGroup(new AbortController().signal);
  group.add(async () => {
    await Promise.resolve();
    group.add(async () => void log.push('late'));
    log.push('first');
  });
  await group.finish();
  expect(log.sort()).toEqual(['first', 'late']);
});

test('the first error ends the others and is the one that is told', async () => {
  const group = new WorkGroup(new AbortController().signal);
  group.add(untilAborted);
  group.add(() => Promise.reject(new Error('broken')));
  await expect(group.finish()).rejects.toThrow('broken');
});

test('a signal from outside ends all', async () => {
  const outside = new AbortController();
  const group = new WorkGroup(outside.signal);
  group.add(untilAborted);
  group.add(untilAborted);
  outside.abort();
  await expect(group.finish()).rejects.toThrow('ended');
});
