import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './lib/paths.mjs';
import { withoutTable } from './lib/woff.mjs';

/**
 * Makes the emoji fonts that are bundled, and the page's style sheet for them: the package's own hold every emoji twice, as COLR and as SVG. Chromium builds
 * that look at the SVG first draw nothing, and the SVG is most of the bytes.
 */
const SOURCE = inProject('node_modules/@fontsource/noto-color-emoji/files');
const TARGET = inProject('.cache/fonts');
const RANGES = inProject('node_modules/@fontsource/noto-color-emoji/unicode.json');

mkdirSync(TARGET, { recursive: true });
for (const name of readdirSync(SOURCE).filter((file) => /-\d+-400-normal\.woff$/.test(file))) {
  writeFileSync(join(TARGET, name), withoutTable(readFileSync(join(SOURCE, name)), 'SVG '));
}

/** @type {Record<string, string>} */
const ranges = JSON.parse(readFileSync(RANGES, 'utf8'));
const faces = Object.entries(ranges).map(([name, range]) => {
  const file = `noto-color-emoji-${name.replace(/[[\]]/g, '')}-400-normal.woff`;
  return `@font-face {
  font-family: "Noto Color Emoji";
  font-display: swap;
  src: url("./${file}") format("woff");
  unicode-range: ${range};
}
`;
});
writeFileSync(join(TARGET, 'emoji.css'), faces.join(''));
