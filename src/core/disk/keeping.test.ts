import { describe, expect, it } from 'vitest';
import { createJob, type RenderJob } from '../job/job.ts';
import { createProject } from '../project/project.ts';
import { renderSettings } from '../render/settings.ts';
import { daysLeft, expiredResults, expiredTrash } from './keeping.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = 100 * DAY_MS;

function finished(id: string, daysAgo: number, status: RenderJob['status'] = 'completed'): RenderJob {
  const request = { id, project: createProject('p', 0, 1), settings: renderSettings('9:16', 'eco') };
  const job = createJob({ ...request, priority: 0, estimatedDurationMs: 0 }, 0);
  return { ...job, status, finishedAt: NOW - daysAgo * DAY_MS };
}

describe('finished videos', () => {
  const jobs = [finished('old', 8), finished('young', 6), finished('failed', 99, 'failed')];

  it('are kept until they are deleted by hand, unless a person says otherwise', () => {
    expect(expiredResults(jobs, null, NOW)).toEqual([]);
  });

  it('go once they are older than the person wants, and only they', () => {
    expect(expiredResults(jobs, 7, NOW).map(({ id }) => id)).toEqual(['old']);
    expect(expiredResults(jobs, 1, NOW).map(({ id }) => id)).toEqual(['old', 'young']);
  });

  it('stay to the end of their last day', () => expect(expiredResults([finished('edge', 7)], 7, NOW)).toEqual([]));
});

describe('what is in the trash', () => {
  const item = (daysAgo: number) => ({
    id: `${daysAgo}`,
    kind: 'project' as const,
    name: 'Summer',
    deletedAt: NOW - daysAgo * DAY_MS,
  });

  it('goes after 30 days', () => {
    expect(expiredTrash([item(0), item(30), item(31)], NOW).map(({ id }) => id)).toEqual(['31']);
  });

  it('says how many days are left', () => {
    expect([item(0), item(29.5), item(40)].map((one) => daysLeft(one, NOW))).toEqual([30, 1, 0]);
  });
});
