/**
 * Writes THIRD_PARTY_NOTICES.md from the licence files of the packages that ship with the product, and of those that
 * they need: `node scripts/notices.mjs`. With `--check` it only says whether the file is current.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runMain, say } from './lib/log.mjs';
import { inProject } from './lib/paths.mjs';

const FILE = inProject('THIRD_PARTY_NOTICES.md');

/** Stands in for packages of which only the browser's part is used (package.json, `overrides`). */
const EMPTY_PACKAGE = 'empty-npm-package';

/** @typedef {{ name: string, version: string, license: string, folder: string }} Shipped */

await runMain(async () => {
  const wanted = noticesOf(shippedPackages());
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, wanted);
    return 0;
  }
  if (existsSync(FILE) && readFileSync(FILE, 'utf8') === wanted) return 0;
  say('THIRD_PARTY_NOTICES.md does not fit the installed packages. Run: npm run notices');
  return 1;
});

/** @returns {Shipped[]} */
function shippedPackages() {
  /** @type {Record<string, { dev?: boolean, optional?: boolean, peer?: boolean }>} */
  const locked = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
  return (
    Object.entries(locked)
      // Packages for one system only (native parts) and type declarations never reach the browser.
      .filter(([path, entry]) => path !== '' && !entry.dev && !entry.optional && !path.includes('/@types/'))
      .filter(([path]) => existsSync(inProject(path, 'package.json')))
      .map(([path]) => {
        const manifest = JSON.parse(readFileSync(inProject(path, 'package.json'), 'utf8'));
        return {
          name: manifest.name,
          version: manifest.version,
          license: manifest.license ?? 'not named',
          folder: path,
        };
      })
      .filter(({ name }) => name !== EMPTY_PACKAGE)
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.folder < b.folder ? -1 : 1))
  );
}

/** Packages with the same licence text share it. @param {readonly Shipped[]} shipped */
function noticesOf(shipped) {
  /** @type {Map<string, Shipped[]>} */
  const byText = new Map();
  for (const entry of shipped) {
    const text = licenceText(entry.folder);
    byText.set(text, [...(byText.get(text) ?? []), entry]);
  }
  const list = shipped.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const texts = [...byText].map(([text, entries]) => {
    const names = [...new Set(entries.map(({ name }) => name))].join(', ');
    return `## ${names}\n\n${text === '' ? missingText(entries) : fenced(text)}`;
  });
  return `${[
    '# Third-party notices',
    'The built product contains the packages below. Made by `npm run notices`; do not edit.',
    ['| package | version | licence |', '|---|---|---|', ...list].join('\n'),
    'The ffmpeg core is FFmpeg 5.1.4 with libx264, licensed GPL-2.0-or-later; its source is at the addresses that its package names.',
    'The MP3 encoder holds LAME, licensed LGPL-2.0-or-later; its source is at the address that its package names.',
    ...texts,
  ].join('\n\n')}\n`;
}

/** @param {string} folder @returns {string} the package's licence files, or nothing. */
function licenceText(folder) {
  return readdirSync(inProject(folder))
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name) && !/\.(js|json)$/i.test(name))
    .sort()
    .map((name) => readFileSync(inProject(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

/** @param {readonly Shipped[]} entries */
function missingText(entries) {
  const licences = [...new Set(entries.map(({ license }) => license))].join(', ');
  return `The packages carry no licence file; they name ${licences} in their package.json.`;
}

/** @param {string} text */
function fenced(text) {
  const fence = '`'.repeat(text.includes('```') ? 4 : 3);
  return `${fence}text\n${text}\n${fence}`;
}
