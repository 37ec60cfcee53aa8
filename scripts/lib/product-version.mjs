import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import { inProject, PROJECT_DIR } from './paths.mjs';
import { withoutEval } from './without-eval.mjs';

/**
 * Lists the files of a build with their sizes and hashes, and makes the service worker that keeps them: `version.json`
 * and `service-worker.js` in the build's folder.
 *
 * @typedef {import('../../src/core/offline/product-file.ts').ProductFile} ProductFile
 * @typedef {import('../../src/core/offline/product-file.ts').ProductPart} ProductPart
 */

export const VERSION_FILE = 'version.json';
const WORKER_FILE = 'service-worker.js';
const PAGE_FILE = 'index.html';

/** What no page of the product loads, and what the host may change by itself. */
const NOT_LISTED = [/\.map$/, /^models\//, /^screenshots\//, /^_/, /^version\.json$/, /^service-worker\.js$/];
/** Beside what the page itself loads: files that open with it. */
const SHELL = [
  /^index\.html$/,
  /^manifest\.webmanifest$/,
  /^first-screen\.js$/,
  /^icons\//,
  /^assets\/(inter|playfair-display)-latin-(wght|\d+)-normal-/,
];

/** @type {readonly (readonly [RegExp, ProductPart])[]} the first that fits. */
const PARTS = [
  [/^demo\//, 'sample'],
  [/^assets\/ffmpeg-core-/, 'video'],
  [/^assets\/ort-wasm-/, 'speech'],
  [/\.woff2?$/, 'fonts'],
];

/**
 * @param {object} options
 * @param {string} options.folder of the build
 * @param {(path: string) => boolean} options.isPageCode true for scripts and style sheets of the page, as opposed to its
 *   workers' and their files.
 */
export async function makeProductVersion({ folder, isPageCode }) {
  const paths = filesIn(folder).filter((path) => !NOT_LISTED.some((pattern) => pattern.test(path)));
  const hashes = paths.map((path) => `${path} ${integrityOf(join(folder, path))}\n`);
  const version = createHash('sha256').update(hashes.join('')).digest('hex').slice(0, 16);
  writeVersion(join(folder, PAGE_FILE), version);
  const files = paths.map((path) => ({
    // Under its own name, hosts send the page to the address without one.
    path: path === PAGE_FILE ? '' : path,
    bytes: statSync(join(folder, path)).size,
    integrity: integrityOf(join(folder, path)),
    part: partOf(path, isPageCode),
  }));
  const product = JSON.stringify({ version, files });
  writeFileSync(join(folder, VERSION_FILE), product);
  writeFileSync(join(folder, WORKER_FILE), `const PRODUCT=${product};\n${await serviceWorkerCode()}`);
}

/** Which of the page's files the bundler made. @returns {import('vite').Plugin} */
export function productVersion() {
  let folder = '';
  /** @type {Set<string>} */
  const pageCode = new Set();
  return {
    name: 'product-version',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = join(root, outDir);
    },
    writeBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' || output.fileName.endsWith('.css')) pageCode.add(output.fileName);
      }
    },
    async closeBundle() {
      if (existsSync(join(folder, PAGE_FILE))) {
        await makeProductVersion({ folder, isPageCode: (path) => pageCode.has(path) });
      }
    },
  };
}

/** @param {string} path @param {(path: string) => boolean} isPageCode @returns {ProductPart} */
function partOf(path, isPageCode) {
  if (isPageCode(path) || SHELL.some((pattern) => pattern.test(path))) return 'shell';
  return PARTS.find(([pattern]) => pattern.test(path))?.[1] ?? 'code';
}

/** @param {string} page @param {string} version */
function writeVersion(page, version) {
  const html = readFileSync(page, 'utf8').replace(/\s*<meta name="version"[^>]*>/, '');
  writeFileSync(page, html.replace('</title>', `</title>\n    <meta name="version" content="${version}" />`));
}

/** One file: a service worker that loads others could not be put in place as a whole. */
async function serviceWorkerCode() {
  const result = await build({
    configFile: false,
    root: PROJECT_DIR,
    logLevel: 'warn',
    publicDir: false,
    plugins: [withoutEval()],
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: inProject('workers/service-worker.ts'), output: { format: 'iife' } },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : null;
  if (chunk?.type !== 'chunk') throw new Error('The service worker was not built.');
  return chunk.code;
}

/** @param {string} file */
function integrityOf(file) {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
}

/** @param {string} folder @returns {string[]} paths with `/`, in order. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
