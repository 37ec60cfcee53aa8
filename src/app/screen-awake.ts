import { liveQuery } from 'dexie';
import { toStudioError } from '#core/errors.ts';
import type { ScreenAwake } from './studio/exports.ts';
import { RenderWakeLock } from './wake-lock.ts';
import type { OpenWorkspace } from './workspace.ts';

/** Keeps the screen of this tab awake while any tab renders an export of the workspace. */
export function keepScreenAwake({ jobs, problems }: OpenWorkspace): ScreenAwake {
  const lock = new RenderWakeLock({
    wakeLock: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
    page: document,
    settings: localStorage,
  });
  liveQuery(() => jobs.open()).subscribe({
    next: (open) => lock.setRendering(open.some((job) => job.status === 'processing')),
    error: (error) => problems.add(toStudioError(error)),
  });
  return lock;
}
