import { wrap } from 'comlink';
import { type ProjectShot, projectPlan } from '../compositor/project-plan.ts';
import type { VerifyHarness } from './worker.ts';

const worker = wrap<VerifyHarness>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** A project to export; the frames that are drawn are all of them. */
export type VerifyShot = Omit<ProjectShot, 'frames'>;

/** For the browser tests: exports a project, and checks files against it. */
const verifyPage = {
  /** Plans the project that later calls are about. */
  async plan(shot: VerifyShot): Promise<void> {
    const { timeline, media, size } = await projectPlan({ ...shot, frames: [] });
    await worker.plan({ timeline, media, quality: shot.quality ?? 'normal', size });
  },
  /** Exports it, as a download. @returns milliseconds that it took. */
  async render(): Promise<number> {
    const { file, milliseconds } = await worker.render();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'video.mp4';
    link.click();
    URL.revokeObjectURL(link.href);
    return milliseconds;
  },
  /** Checks the chosen file, or what was exported last. */
  verify: () => worker.verify(document.querySelector<HTMLInputElement>('#file')?.files?.[0] ?? null),
};

export type VerifyPage = typeof verifyPage;
Object.assign(globalThis, { verifyPage });
