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
    frames: 3,
    sceneAt: (frame): Scene => ({ canvas: { width: frame, height: 1 }, layers: [] }),
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
    addSoundUntil: async (frame) => {
      log.push(`sound ${frame}`);
    },
    onFrameDone: (done) => log.push(`done ${done}`),
    ...changes,
  };
}

test('each frame is loaded, drawn and encoded in order, with its sound beside it', async () => {
  const log: string[] = [];
  await runRenderLoop(parts(log));
  expect(log).toEqual(
    [0, 1, 2].flatMap((n) => [`load ${n}`, `draw ${n}`, `encode ${n} (${n})`, `sound ${n + 1}`, `done ${n + 1}`]),
  );
});

test('no frame is drawn while the encoder has no room for it', async () => {
  const log: string[] = [];
  let makeRoom: () => void = () => undefined;
  const full = new Promise<void>((resolve) => {
    makeRoom = resolve;
  });
  const running = runRenderLoop(parts(log, { encoder: { addFrame: () => full } }));
  await vi.waitFor(() => expect(log).toContain('draw 0'));
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  expect(log).toEqual(['load 0', 'draw 0']);
  makeRoom();
  await running;
  expect(log).toContain('done 3');
});

test('an error of the encoder ends the loop as it is', async () => {
  const log: string[] = [];
  const error = new StudioError('encoder-failed', 'No more.');
  const addFrame = async (_: Uint8Array, frame: number) => {
    if (frame === 1) throw error;
  };
  await expect(runRenderLoop(parts(log, { encoder: { addFrame } }))).rejects.toBe(error);
  expect(log).not.toContain('load 2');
});
