import { randomFrom } from '../demo/synth.mjs';
import { feed } from '../lib/run.mjs';

const WIDTH = 540;
const HEIGHT = 960;
const FRAMES = 60;
const DROPS = 180;

/** Writes two seconds of falling lights that loop, as the clip that the native comparison lays under the photos. @param {string} path */
export async function makeAtmosphereClip(path) {
  const random = randomFrom(7);
  const drops = Array.from({ length: DROPS }, () => ({
    x: random() * WIDTH,
    y: random() * HEIGHT,
    radius: 1.5 + 4 * random() ** 2,
    phase: random(),
  }));
  const pixels = Buffer.alloc(WIDTH * HEIGHT * FRAMES);
  for (let frame = 0; frame < FRAMES; frame++) {
    const turn = frame / FRAMES;
    for (const { x, y, radius, phase } of drops) {
      const light = 0.3 + 0.7 * (0.5 + 0.5 * Math.sin(2 * Math.PI * (turn + phase))) ** 2;
      drawMote(pixels.subarray(frame * WIDTH * HEIGHT), x, (y + turn * HEIGHT) % HEIGHT, radius, light);
    }
  }
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${WIDTH}x${HEIGHT}`, '-r', '30', '-i', '-'];
  const output = ['-vf', 'scale=1080:1920:flags=bicubic', '-c:v', 'libx264', '-crf', '18', '-pix_fmt', 'yuv420p', path];
  await feed('ffmpeg', ['-v', 'error', '-y', ...raw, ...output], pixels);
}

/** @param {Buffer} picture @param {number} x @param {number} y @param {number} radius @param {number} light */
function drawMote(picture, x, y, radius, light) {
  const reach = Math.ceil(radius * 2);
  for (let row = Math.floor(y) - reach; row <= y + reach; row++) {
    for (let column = Math.floor(x) - reach; column <= x + reach; column++) {
      if (row < 0 || row >= HEIGHT || column < 0 || column >= WIDTH) continue;
      const distance = ((column - x) ** 2 + (row - y) ** 2) / radius ** 2;
      const place = row * WIDTH + column;
      picture[place] = Math.min(255, (picture[place] ?? 0) + 255 * light * Math.exp(-distance));
    }
  }
}
