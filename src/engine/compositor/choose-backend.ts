import type { Size } from '#core/geometry.ts';
import { contentBox } from '#core/scene/composition.ts';
import type { Scene } from '#core/scene/scene.ts';
import { seconds } from '#core/units.ts';
import type { CompositorBackend, Pictures } from './compositor.ts';
import { createCompositor } from './create-compositor.ts';

/** Frames that are timed, after one that warms up caches and shaders. */
const TIMED_FRAMES = 2;

/** Small enough that software WebGL (5 full frames a second) takes a moment only, large enough to tell it apart. */
const TRIAL_SIZE: Size = { width: 540, height: 960 };

/**
 * Finds the faster backend by drawing a few real frames on each and reading them back. A browser's own claims about its
 * graphics are not asked, but for one: what it calls a major performance caveat is drawn in software, and then WebGL
 * need not be tried.
 */
export async function chooseBackend(): Promise<CompositorBackend> {
  const size = TRIAL_SIZE;
  if (!hasGraphicsCard()) return 'canvas';
  const photo = await createImageBitmap(new ImageData(64, 64), { resizeWidth: size.width, resizeHeight: size.height });
  try {
    const canvas = await millisecondsPerFrame('canvas', size, photo);
    const webgl = await millisecondsPerFrame('webgl', size, photo);
    return webgl < canvas ? 'webgl' : 'canvas';
  } catch {
    // A graphics card that cannot draw one composition is no choice.
    return 'canvas';
  } finally {
    photo.close();
  }
}

function hasGraphicsCard(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

async function millisecondsPerFrame(backend: CompositorBackend, size: Size, photo: ImageBitmap): Promise<number> {
  const compositor = await createCompositor({ backend, size });
  const pictures: Pictures = {
    get: () => ({ image: photo, crop: { x: 0, y: 0, width: photo.width, height: photo.height }, version: 0 }),
  };
  try {
    await drawAndRead(0);
    const start = performance.now();
    for (let frame = 1; frame <= TIMED_FRAMES; frame++) await drawAndRead(frame);
    return (performance.now() - start) / TIMED_FRAMES;
  } finally {
    compositor.dispose();
  }

  async function drawAndRead(frame: number): Promise<void> {
    compositor.draw(trialScene(size, frame), pictures);
    await compositor.readI420();
  }
}

/** A composition like a real one, a little different in every frame. */
function trialScene(size: Size, frame: number): Scene {
  const box = contentBox(size);
  return {
    frame,
    canvas: size,
    layers: [
      { kind: 'fill', area: { x: 0, y: 0, ...size }, colour: '#050505', opacity: 1 },
      { kind: 'particles', field: { preset: 'glitter-rain', seed: 1 }, time: seconds(frame), opacity: 0.7 },
      {
        kind: 'picture',
        picture: { kind: 'image', assetId: 'trial' },
        crop: { x: 0, y: 0, width: 64, height: 64 },
        part: { x: 0, y: 0, width: 1, height: 1 },
        area: { ...box, width: box.width - frame },
        largestArea: box,
        opacity: 1,
        grade: null,
        blurred: false,
        opaque: true,
      },
      { kind: 'frame', preset: 'golden', colour: null },
    ],
  };
}
