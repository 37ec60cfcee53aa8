import { wrap } from 'comlink';
import { differenceBox, psnr } from './measure.ts';
import { PreviewCanvas } from './preview-canvas.ts';
import { type ProjectShot, projectPlan } from './project-plan.ts';
import { photo, type Shot, shootingPlan } from './shooting.ts';
import type { CompositorHarness, DrawnFrame } from './worker.ts';

const worker = wrap<CompositorHarness>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** For the browser tests: the compositor in a worker of its own. */
const compositorPage = {
  /** Draws the wanted frames of one composition. */
  async shoot(shot: Shot): Promise<DrawnFrame[]> {
    return worker.draw(await shootingPlan(shot));
  },
  /** Draws the wanted frames of a project of real files. */
  async shootProject(shot: ProjectShot): Promise<DrawnFrame[]> {
    return worker.draw(await projectPlan(shot));
  },
  /** Shows the wanted frames in the preview, and compares each with the export's. */
  async previewProject(shot: ProjectShot): Promise<{ frame: number; differing: number; png: string }[]> {
    const plan = await projectPlan(shot);
    const preview = await PreviewCanvas.open(plan);
    const seen = [];
    for (const frame of shot.frames) {
      const [expected] = await worker.draw({ ...plan, frames: [frame] });
      if (!expected) throw new Error(`Frame ${frame} was not drawn.`);
      const differing = await preview.differingPixels(frame, expected);
      seen.push({ frame, differing, png: await preview.png() });
    }
    preview.close();
    return seen;
  },
  drawAroundLoss: async (shot: Shot) => worker.drawAroundLoss(await shootingPlan(shot)),
  openPictures: () => worker.openPictures(),
  picturesMade: () => worker.picturesMade(),
  pixel: ({ rgba, width }: DrawnFrame, x: number, y: number) => [
    ...rgba.slice((y * width + x) * 4, (y * width + x) * 4 + 3),
  ],
  photo,
  psnr,
  differenceBox,
};

export type CompositorPage = typeof compositorPage;
Object.assign(globalThis, { compositorPage });
