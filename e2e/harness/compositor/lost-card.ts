import type { StudioError } from '#core/errors.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import { createCompositor } from '#engine/compositor/create-compositor.ts';
import { createFrameSource } from '#engine/media/frame-source.ts';
import type { DrawnFrame, DrawRequest } from './worker.ts';

export interface LostCard {
  readonly before: DrawnFrame;
  /** What reading back threw, in order: lost after drawing; lost before drawing; back, but not drawn again. */
  readonly refusals: readonly (string | null)[];
  readonly after: DrawnFrame;
  /** As it was read for an encoder while the card was away for a second time. */
  readonly encoded: { readonly before: Uint8Array; readonly after: Uint8Array };
}

/** Draws the first frame on WebGL, takes the graphics card away, gives it back, and draws the frame again. */
export async function drawAroundLoss({ size, timeline, media, frames }: DrawRequest): Promise<LostCard> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  let tellRestored = (): void => undefined;
  const restored = new Promise<void>((resolve) => {
    tellRestored = resolve;
  });
  const compositor = await createCompositor({ backend: 'webgl', size, canvas, onRestored: () => tellRestored() });
  const source = createFrameSource({ timeline, media, outputSize: size });
  const card = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  if (!card) throw new Error('This browser cannot lose a WebGL context on purpose.');
  const draw = async () => {
    const scene = sceneAt(timeline, frames[0] ?? 0);
    compositor.draw(scene, await source.load(scene));
  };
  const lose = async () => {
    // The browser lets a context be restored once it has told every listener of the loss.
    const lost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', () => setTimeout(resolve)));
    card.loseContext();
    await lost;
  };
  const readAroundLoss = async () => {
    const planes = (await compositor.readI420()).slice();
    // Read once, a picture is kept: a new one is wanted.
    compositor.resize(size);
    await draw();
    const losing = lose();
    const reading = compositor.readI420();
    await losing;
    card.restoreContext();
    return { before: planes, after: (await reading).slice() };
  };
  const picture = (): DrawnFrame => ({ ...size, rgba: compositor.readRgba(), i420: null });
  try {
    await compositor.prepare(timeline, media);
    await draw();
    const before = picture();
    const losing = lose();
    const refusals = [refusalOf(picture)];
    await losing;
    await draw();
    refusals.push(refusalOf(picture));
    card.restoreContext();
    await restored;
    refusals.push(refusalOf(picture));
    await draw();
    const after = picture();
    return { before, refusals, after, encoded: await readAroundLoss() };
  } finally {
    source.dispose();
    compositor.dispose();
  }
}

function refusalOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return (error as StudioError).code;
  }
}
