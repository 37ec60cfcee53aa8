import { describe, expect, it } from 'vitest';
import { StudioError } from '#core/errors.ts';
import {
  cancelJob,
  completeJob,
  createJob,
  failJob,
  pauseJob,
  progressJob,
  type RenderJob,
  retryJobLater,
  startJob,
} from '#core/job/job.ts';
import { createProject } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import { changeWords, jobFacts, jobProgress, jobState, queueSummary, stepDownWords } from './job-words.ts';

const project = { ...createProject('project', 0, 1), name: 'Trip' };
const request = {
  id: 'a',
  project,
  settings: renderSettings('9:16', 'normal'),
  priority: 0,
  estimatedDurationMs: 1000,
};
const pending = createJob(request, 0);
const running = startJob(pending, 1000);
const half = { ...progressJob(running, { stage: 'rendering', done: 450, total: 900, etaSeconds: 12 }), progress: 48.9 };
const output = { videoFile: 'v', thumbnailFile: 't', bytes: 22_100_000, frames: 900, durationSeconds: 30 };
const goes = { paused: false, circuit: 'closed' } as const;

/** Of a job that is first in a queue that runs, except as said. */
function stateOf(job: RenderJob, moment: Partial<Parameters<typeof jobState>[1]> = {}): string {
  return jobState(job, { queue: goes, place: 0, now: 60_000, ...moment });
}

describe('a job on the queue page', () => {
  it('says where in the line it is', () => {
    expect(stateOf(pending)).toBe('Next in line');
    expect(stateOf(pending, { place: 1 })).toBe('Number 2 in line');
  });

  it('says why it waits where it is not for its turn', () => {
    expect(stateOf(pauseJob(pending))).toBe('Paused');
    expect(stateOf(pending, { queue: { ...goes, paused: true } })).toBe('Waits until the queue goes on');
    expect(stateOf(pending, { queue: { ...goes, circuit: 'open' } })).toBe('On hold until exports work again');
    const later = retryJobLater(running, new StudioError('worker-crashed', 'Crashed.'), 64_000);
    expect(stateOf(later)).toBe('Tries again in 4 s');
    expect(stateOf(later, { now: 64_000 })).toBe('Next in line');
  });

  it('says how far it is, and keeps saying so while it is paused', () => {
    expect(jobProgress(pending)).toBe('');
    expect(jobProgress(half)).toBe('48 %, about 12 s left');
    expect(jobProgress(pauseJob(half))).toBe('48 %');
    expect(jobProgress(cancelJob(half, 2000))).toBe('');
  });

  it('says what became of it, and when', () => {
    expect(stateOf(completeJob(half, output, [], 50_000))).toBe('30.0 s, 22.1 MB · just now');
    expect(stateOf(failJob(half, new StudioError('disk-full', 'Full.'), 0), { now: 120_000 })).toBe('Failed 2 min ago');
  });

  it('tells its facts as far as there are any', () => {
    expect(jobFacts(pending, null)).toEqual(['Normal, 9:16']);
    expect(jobFacts(half, 24.4)).toEqual(['Normal, 9:16', '450 of 900 frames', '24 frames/s']);
    expect(jobFacts({ ...half, attempts: 2 }, 7.26)).toEqual([
      'Normal, 9:16',
      '450 of 900 frames',
      '7.3 frames/s',
      'Attempt 2 of 3',
    ]);
  });

  it('says where less was made than asked for', () => {
    expect(stepDownWords(half)).toBe('');
    const eco = retryJobLater(running, new StudioError('out-of-memory', 'Too large.'), 3000, 'eco');
    expect(stepDownWords(eco)).toMatch(/^Continues in Eco quality instead of Normal/);
    expect(stepDownWords(completeJob(startJob(eco, 0), output, [], 1))).toMatch(/^Made in Eco quality/);
  });
});

it('sums the queue up', () => {
  expect(queueSummary([], goes)).toBe('Nothing under way');
  expect(queueSummary([pending, pending, running], goes)).toBe('1 exporting, 2 waiting');
  expect(queueSummary([pending], { ...goes, paused: true })).toBe('Paused. 1 waiting');
});

describe('a screen reader', () => {
  it('is told when a job begins, ends, and at each quarter between', () => {
    const at = (progress: number): RenderJob => ({ ...half, progress });
    expect(changeWords(pending, running)).toBe('Trip is being exported');
    expect(changeWords(at(26), at(49))).toBeNull();
    expect(changeWords(at(49), at(51))).toBe('Trip: 50 % exported');
    expect(changeWords(at(90), completeJob(half, output, [], 1))).toBe('Trip is ready');
    expect(changeWords(half, failJob(half, new StudioError('disk-full', 'Full.'), 1))).toBe('Trip failed');
    expect(changeWords(half, cancelJob(half, 1))).toBe('Trip is cancelled');
  });

  it('is told when a job is paused and when it waits again', () => {
    expect(changeWords(half, pauseJob(half))).toBe('Trip is paused');
    expect(changeWords(pauseJob(pending), pending)).toBe('Trip is waiting');
  });
});
