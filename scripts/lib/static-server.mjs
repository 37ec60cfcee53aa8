import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { UsageError } from './log.mjs';
import { headersFor, NETWORK_FOLDER } from './security-headers.mjs';

/** Serves folders on this machine alone, with the headers that a static host of the product has to send. */

const HASHED_FOLDERS = ['assets', NETWORK_FOLDER];

/**
 * Longer than anyone here rests: a connection that is closed in the moment in which the next request goes out over it
 * fails that request, and Node closes one after five seconds.
 */
const KEEP_ALIVE_MS = 10 * 60_000;

/** What text and code is packed for the way. */
const PACKED_TYPES = ['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.webmanifest'];

/** The one preferred first. */
const ENCODINGS = /** @type {const} */ (['br', 'gzip']);

/** The level 9 of 11: the last two take ten times as long for 3 %. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** @type {Record<string, string>} */
const MIME_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 *
 * @typedef {object} ServerOptions
 * @property {Record<string, string>} mounts folder by path prefix, each ending in `/`; the longest match answers.
 * @property {number} [port] 0, the default, takes a free one.
 * @property {(request: Request, response: Response, path: string) => boolean} [handle] sees each request first and
 *   returns true for those that it answers itself.
 * @property {(path: string) => Record<string, string>} [headers] of each answer; those of the product, if left out.
 * @property {boolean} [packs] whether text and code go packed by Brotli or gzip, as good hosts send them; not, if left out.
 */

/**
 * @param {ServerOptions} options
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>} once it listens.
 * @throws {UsageError} when the port is taken.
 */
export async function startServer({ mounts, port = 0, handle, headers = headersFor, packs = false }) {
  const pack = packer();
  const server = createServer((request, response) => {
    const path = decodePath(request.url);
    for (const [name, value] of Object.entries(headers(path ?? '/'))) response.setHeader(name, value);
    if (path === null) return refuse(response, 400, 'The address is not valid.');
    if (handle?.(request, response, path)) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.');
    const accepted = String(request.headers['accept-encoding']).split(/[\s,;]+/);
    const encoding = packs ? (ENCODINGS.find((name) => accepted.includes(name)) ?? null) : null;
    const how = { headOnly: request.method === 'HEAD', encoding, pack };
    sendFile(mounts, path, how, response).catch((error) => response.destroy(error));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {import('node:http').Server} server @param {number} port @returns {Promise<void>} */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new UsageError(`Port ${port} is in use. Choose another: npm start -- --port 8080`) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

/** @param {string | undefined} url @returns {string | null} */
function decodePath(url) {
  try {
    return decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
  } catch {
    return null;
  }
}

/**
 * @typedef {{ path: string, size: number, changed: number }} StoredFile size in bytes, time of its last change
 * @typedef {(typeof ENCODINGS)[number]} Encoding
 * @typedef {(file: StoredFile, encoding: Encoding) => Promise<Buffer>} Pack
 *
 * @param {Record<string, string>} mounts @param {string} path
 * @param {{ headOnly: boolean, encoding: Encoding | null, pack: Pack }} how
 * @param {Response} response
 */
async function sendFile(mounts, path, { headOnly, encoding, pack }, response) {
  const file = await findFile(mounts, path);
  if (!file) return refuse(response, 404, `Nothing is at ${path}.`);
  response.setHeader('Content-Type', MIME_TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream');
  // Names of built assets carry a hash of their content; everything else may change with the next build.
  const isHashed = HASHED_FOLDERS.some((folder) => path.includes(`/${folder}/`));
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (encoding && PACKED_TYPES.includes(extname(file.path).toLowerCase())) {
    const packed = await pack(file, encoding);
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Content-Length', packed.byteLength);
    response.end(headOnly ? undefined : packed);
    return;
  }
  response.setHeader('Content-Length', file.size);
  if (headOnly) {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', (error) => response.destroy(error))
    .pipe(response);
}

/** Each file is packed once in each way for as long as it stays the same. @returns {Pack} */
function packer() {
  /** @type {Map<string, { changed: number, packed: Promise<Buffer> }>} */
  const known = new Map();
  return ({ path, changed }, encoding) => {
    const key = `${encoding} ${path}`;
    const before = known.get(key);
    if (before?.changed === changed) return before.packed;
    const packed = readFile(path).then((bytes) =>
      encoding === 'br' ? promisify(brotliCompress)(bytes, BROTLI) : promisify(gzip)(bytes),
    );
    known.set(key, { changed, packed });
    return packed;
  };
}

/**
 * @param {Record<string, string>} mounts @param {string} path
 * @returns {Promise<StoredFile | null>}
 */
async function findFile(mounts, path) {
  const prefix = Object.keys(mounts)
    .filter((candidate) => path.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  const folder = prefix === undefined ? undefined : mounts[prefix];
  if (prefix === undefined || folder === undefined || path.includes('\0')) return null;
  const wanted = normalize(join(folder, path.slice(prefix.length)));
  if (wanted !== normalize(folder) && !wanted.startsWith(normalize(folder + sep))) return null;
  const file = path.endsWith('/') ? join(wanted, 'index.html') : wanted;
  const facts = await stat(file).catch(() => null);
  return facts?.isFile() ? { path: file, size: facts.size, changed: facts.mtimeMs } : null;
}

/** @param {Response} response @param {number} status @param {string} message */
function refuse(response, status, message) {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${message}\n`);
}
