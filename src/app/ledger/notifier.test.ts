import { describe, expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { cancelJob, completeJob, createJob, failJob, startJob } from '#core/job/job.ts';
import { createProject } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import type { NoticePermission } from './ledger.ts';
import { Notifier } from './notifier.ts';

const project = { ...createProject('p', 0, 1), name: 'Summer' };
const settings = renderSettings('9:16', 'normal');
const pending = createJob({ id: 'job', project, settings, priority: 0, estimatedDurationMs: 1 }, 0);
const running = startJob(pending, 1_000);
const output = { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 9, durationSeconds: 1 };
const completed = completeJob(running, output, [], 31_000);

/** A person at the page, and what the browser shows to them. */
function notifierFor(person: { hidden: boolean; permission: NoticePermission; answer?: NoticePermission }) {
  const shown: string[] = [];
  const failures: unknown[] = [];
  const notifier = new Notifier({
    say: (english) => english,
    service: {
      permission: () => person.permission,
      ask: async () => {
        person.permission = person.answer ?? 'refused';
        return person.permission;
      },
      show: ({ title, body }) => void shown.push(`${title}: ${body}`),
    },
    isHidden: () => person.hidden,
    onFailure: (thrown) => void failures.push(thrown),
  });
  return { notifier, shown };
}

describe('a person who looked away', () => {
  test('is told that a long export is done, or why it failed', () => {
    const { notifier, shown } = notifierFor({ hidden: true, permission: 'granted' });
    notifier.changed({ before: running, after: completed });
    notifier.changed({ before: running, after: failJob(running, new StudioError('disk-full', 'Full.'), 40_000) });
    expect(shown).toEqual(['Your video is ready: Summer', '“Summer” could not be exported: Full.']);
  });

  test('is not told of short exports, of cancelled ones, and of what ended before', () => {
    const { notifier, shown } = notifierFor({ hidden: true, permission: 'granted' });
    notifier.changed({ before: running, after: completeJob(running, output, [], 30_000) });
    notifier.changed({ before: running, after: cancelJob(running, 90_000) });
    notifier.changed({ before: completed, after: completed });
    notifier.changed({ before: completed, after: null });
    expect(shown).toEqual([]);
  });
});

test('a person who looks at the page, or has not allowed it, sees no notification', () => {
  for (const person of [
    { hidden: false, permission: 'granted' },
    { hidden: true, permission: 'not-asked' },
    { hidden: true, permission: 'refused' },
  ] as const) {
    const { notifier, shown } = notifierFor(person);
    notifier.changed({ before: running, after: completed });
    expect(shown).toEqual([]);
  }
});

test('who listens hears the answer to the question', async () => {
  const { notifier } = notifierFor({ hidden: false, permission: 'not-asked', answer: 'granted' });
  const heard: NoticePermission[] = [];
  notifier.subscribe(() => heard.push(notifier.permission()));
  expect(heard).toEqual([]);
  expect(await notifier.ask()).toBe('granted');
  expect(heard).toEqual(['granted']);
});

test('a browser without notifications says so', async () => {
  const notifier = new Notifier({
    service: null,
    say: (english) => english,
    isHidden: () => true,
    onFailure: () => undefined,
  });
  expect(notifier.permission()).toBe('unsupported');
  expect(await notifier.ask()).toBe('unsupported');
});
