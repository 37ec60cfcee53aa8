import type { RenderJob } from '#core/job/job.ts';

/** Those that run, then those that wait, in the order in which they will run: higher priority first, then older. */
export function inRunOrder(jobs: readonly RenderJob[]): RenderJob[] {
  return [
    ...jobs.filter((job) => job.status === 'processing').sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0)),
    ...jobs.filter((job) => job.status === 'pending').sort(byPriority),
  ];
}

function byPriority(a: RenderJob, b: RenderJob): number {
  return b.priority - a.priority || a.createdAt - b.createdAt;
}

export interface PriorityChange {
  readonly id: string;
  readonly priority: number;
}

/**
 * The priorities that bring a waiting job one place up or down, and change as little else as can be; empty at the end of
 * the line. To be set in this order: the line between two of them is never worse than before.
 */
export function moveInLine(jobs: readonly RenderJob[], id: string, direction: 'up' | 'down'): PriorityChange[] {
  const line = jobs.filter((job) => job.status === 'pending').sort(byPriority);
  const from = line.findIndex((job) => job.id === id);
  const to = direction === 'up' ? from - 1 : from + 1;
  const moved = line[from];
  const other = line[to];
  if (!moved || !other) return [];
  line[from] = other;
  line[to] = moved;
  const changes: PriorityChange[] = [];
  let below: Pick<RenderJob, 'priority' | 'createdAt'> | null = null;
  for (const job of line.toReversed()) {
    const lowest: number = below === null ? job.priority : below.priority + (job.createdAt < below.createdAt ? 0 : 1);
    const priority = Math.max(job.priority, lowest);
    if (priority !== job.priority) changes.unshift({ id: job.id, priority });
    below = { priority, createdAt: job.createdAt };
  }
  return changes;
}
