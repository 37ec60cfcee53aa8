import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './lib/paths.mjs';
import { withoutTable } from './lib/woff.mjs';

/**
 * Makes the emoji fonts that are bundled: the package's own hold every emoji twice, as COLR and as SVG. Chromium builds
 * that look at the SVG first draw nothing, and the SVG is most of the bytes.
 */
const SOURCE = inProject('node_modules/@fontsource/noto-color-emoji/files');
const TARGET = inProject('.cache/fonts');

mkdirSync(TARGET, { recursive: true });
for (const name of readdirSync(SOURCE).filter((file) => /-\d+-400-normal\.woff$/.test(file))) {
  writeFileSync(join(TARGET, name), withoutTable(readFileSync(join(SOURCE, name)), 'SVG '));
}
