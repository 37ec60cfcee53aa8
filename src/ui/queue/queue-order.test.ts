import { describe, expect, it } from 'vitest';
import { createJob, type RenderJob, startJob } from '#core/job/job.ts';
import { createProject } from '#core/project/project.ts';
import { renderSettings } from '#core/render/settings.ts';
import { inRunOrder, moveInLine } from './queue-order.ts';

function job(id: string, createdAt: number, priority = 0): RenderJob {
  const project = createProject('project', 0, 1);
  const settings = renderSettings('9:16', 'eco');
  return createJob({ id, project, settings, priority, estimatedDurationMs: 1000 }, createdAt);
}

function ids(jobs: readonly RenderJob[]): string {
  return inRunOrder(jobs)
    .map(({ id }) => id)
    .join('');
}

/** The line after a move. */
function moved(jobs: readonly RenderJob[], id: string, direction: 'up' | 'down'): string {
  const changes = new Map(moveInLine(jobs, id, direction).map((change) => [change.id, change.priority]));
  return ids(jobs.map((one) => ({ ...one, priority: changes.get(one.id) ?? one.priority })));
}

const line = [job('a', 1), job('b', 2), job('c', 3), job('d', 4)];

describe('the line', () => {
  it('is led by what runs, then goes by priority, then by age', () => {
    expect(ids([job('late', 9, 1), job('b', 2), startJob(job('r', 5), 6), job('a', 1)])).toBe('rlateab');
  });

  it('lets a job pass one other and no more', () => {
    expect(moved(line, 'c', 'up')).toBe('acbd');
    expect(moved(line, 'b', 'down')).toBe('acbd');
    expect(moved(line, 'd', 'up')).toBe('abdc');
    expect(moved([job('a', 1, 7), job('b', 2, 3), job('c', 3, 3)], 'a', 'down')).toBe('bac');
    expect(moved([job('a', 1, 7), job('b', 2, 3), job('c', 3, -2)], 'c', 'up')).toBe('acb');
  });

  it('stays as it is at its ends', () => {
    expect(moveInLine(line, 'a', 'up')).toEqual([]);
    expect(moveInLine(line, 'd', 'down')).toEqual([]);
  });

  it('comes back to where it was by the opposite move', () => {
    const changes = new Map(moveInLine(line, 'c', 'up').map((change) => [change.id, change.priority]));
    const after = line.map((one) => ({ ...one, priority: changes.get(one.id) ?? one.priority }));
    expect(moved(after, 'c', 'down')).toBe('abcd');
  });

  it('is not made to pass a job that runs', () => {
    expect(moveInLine([startJob(job('a', 1), 2), job('b', 2)], 'b', 'up')).toEqual([]);
  });
});
