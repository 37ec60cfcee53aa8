import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { inProject } from '../lib/paths.mjs';
import { feed } from '../lib/run.mjs';
import { CHROMIUM_ARGS, requireChromium } from '../lib/system-tools.mjs';
import { brilliantCut } from './brilliant-cut.mjs';
import { drawShader } from './draw-shader.mjs';

/** The demo photos: each a shader of its own, drawn twice as large and scaled down. */

const WIDTH = 1200;
const HEIGHT = 1800;
const OVERSAMPLING = 2;

/** @typedef {{ file: string, name: string, shader: string, seed: number, planes?: number[], mesh?: 'rose' }} DemoPicture */

/** @type {readonly DemoPicture[]} */
export const DEMO_PICTURES = [
  { file: 'photo-1.jpg', name: 'Amber perfume', shader: 'perfume', seed: 3 },
  { file: 'photo-2.jpg', name: 'Champagne silk', shader: 'silk', seed: 5 },
  { file: 'photo-3.jpg', name: 'Red rose', shader: 'rose-back', seed: 8, mesh: 'rose' },
  { file: 'photo-4.jpg', name: 'Pearls on marble', shader: 'pearls', seed: 2 },
  { file: 'photo-5.jpg', name: 'Brilliant', shader: 'diamond', seed: 6, planes: brilliantCut() },
  { file: 'photo-6.jpg', name: 'Last light', shader: 'sunset', seed: 4 },
];

/**
 * Draws the pictures into `folder` as JPEG.
 * @param {string} folder
 * @param {{ only?: string, scale?: number }} [options] `only` names a shader; `scale` below 1 is for a quick look.
 */
export async function drawPictures(folder, { only, scale = 1 } = {}) {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: [...CHROMIUM_ARGS, '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    const page = await browser.newPage();
    for (const picture of DEMO_PICTURES.filter((candidate) => !only || candidate.shader === only)) {
      const size = { width: WIDTH * OVERSAMPLING * scale, height: HEIGHT * OVERSAMPLING * scale };
      const png = await page.evaluate(drawShader, {
        ...size,
        seed: picture.seed,
        common: shader('common.glsl'),
        picture: shader(`${picture.shader}.glsl`),
        planes: picture.planes ?? null,
        mesh: picture.mesh ? { vertex: shader(`${picture.mesh}.vert`), picture: shader(`${picture.mesh}.glsl`) } : null,
      });
      await writeJpeg(Buffer.from(png, 'base64'), `${folder}/${picture.file}`, scale);
    }
  } finally {
    await browser.close();
  }
}

/** @param {string} name */
function shader(name) {
  return readFileSync(inProject('scripts/demo/shaders', name), 'utf8');
}

/** @param {Buffer} png @param {string} path @param {number} scale */
function writeJpeg(png, path, scale) {
  const filter = `scale=${WIDTH * scale}:${HEIGHT * scale}:flags=lanczos`;
  const output = ['-vf', filter, '-q:v', '3', '-pix_fmt', 'yuvj420p', '-map_metadata', '-1', '-bitexact', path];
  return feed('ffmpeg', ['-v', 'error', '-y', '-f', 'image2pipe', '-i', '-', ...output], png);
}
