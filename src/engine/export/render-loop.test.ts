import { expect, test, vi } from 'vitest';
import { StudioError } from '#core/errors.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Pictures } from '../compositor/compositor.ts';
import { type RenderLoopParts, runRenderLoop } from './render-loop.ts';

const NO_PICTURES: Pictures = {
  get: () => {
    throw new Error('These scenes have no pictures.');
  },
};

/** Collaborators that write down what was asked of them; scenes are told apart by their width. */
function parts(log: string[], changes: Partial<RenderLoopParts> = {}): RenderLoopParts {
  let drawn = -1;
  return {
    firstFrame: 6,
    frames: 3,
    sceneAt: (frame): Scene => ({ frame, canvas: { width: frame, height: 1 }, layers: [] }),
    frameSource: {
      load: async (scene) => {
        log.push(`load ${scene.canvas.width}`);
        return NO_PICTURES;
      },
    },
    compositor: {
      draw: (scene) => {
        drawn = scene.canvas.width;
        log.push(`draw ${drawn}`);
      },
      readI420: async () => Uint8Array.of(drawn),
    },
    encoder: {
      addFrame: async ([pixel], frame) => {
        log.push(`encode ${frame} (${pixel})`);
      },
    },
    onFrameDone: () => log.push('done'),
    ...changes,
  };
}

test('each frame of the run is loaded, drawn and encoded in order', async () => {
  const log: string[] = [];
  await runRenderLoop(parts(log));
  expect(log).toEqual([6, 7, 8].flatMap((n) => [`load ${n}`, `draw ${n}`, `encode ${n} (${n})`, 'done']));
});

test('no frame is drawn while the encoder has no room for it', async () => {
  const log: string[] = [];
  let makeRoom: () => void = () => undefined;
  const full = new Promise<void>((resolve) => {
    makeRoom = resolve;
  });
  const running = runRenderLoop(parts(log, { encoder: { addFrame: () => full } }));
  await vi.waitFor(() => expect(log).toContain('draw 6'));
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  expect(log).toEqual(['load 6', 'draw 6']);
  makeRoom();
  await running;
  expect(log.filter((entry) => entry === 'done')).toHaveLength(3);
});

test('an error of the encoder ends the loop as it is', async () => {
  const log: string[] = [];
  const error = new StudioError('encoder-failed', 'No more.');
  const addFrame = async (_: Uint8Array, frame: number) => {
    if (frame === 7) throw error;
  };
  await expect(runRenderLoop(parts(log, { encoder: { addFrame } }))).rejects.toBe(error);
  expect(log).not.toContain('load 8');
});
