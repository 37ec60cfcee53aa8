import { wrap } from 'comlink';
import { differenceBox, psnr } from './measure.ts';
import { photo, type Shot, shootingPlan } from './shooting.ts';
import type { CompositorHarness, DrawnFrame } from './worker.ts';

const worker = wrap<CompositorHarness>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** For the browser tests: the compositor in a worker of its own. */
const compositorPage = {
  /** Draws the wanted frames of one composition. */
  async shoot(shot: Shot): Promise<DrawnFrame[]> {
    return worker.draw(await shootingPlan(shot));
  },
  openPictures: () => worker.openPictures(),
  pixel: ({ rgba, width }: DrawnFrame, x: number, y: number) => [
    ...rgba.slice((y * width + x) * 4, (y * width + x) * 4 + 3),
  ],
  photo,
  psnr,
  differenceBox,
};

export type CompositorPage = typeof compositorPage;
Object.assign(globalThis, { compositorPage });
