import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Files on their way between this machine's folders and the page, streamed over the page's own origin. Addresses hold
 * a random token, so that no other page can name them.
 */
export class FileExchange {
  #token = randomBytes(16).toString('hex');
  /** @type {Map<string, string>} path by address, for files that the page may read. */
  #offered = new Map();
  /** @type {Map<string, string>} path by address, for files that the page may write. */
  #awaited = new Map();

  /** @param {string} path @returns {string} the address from which the page reads the file; it ends in its name. */
  offer(path) {
    const address = `/${this.#token}/in-${this.#offered.size}/${encodeURIComponent(basename(path))}`;
    this.#offered.set(decodeURIComponent(address), path);
    return address;
  }

  /** @param {string} path @returns {string} the address to which the page sends the file by PUT. */
  expect(path) {
    const address = `/${this.#token}/out-${this.#awaited.size}`;
    this.#awaited.set(address, path);
    return address;
  }

  /**
   * Answers requests for offered and awaited files.
   * @type {NonNullable<import('../lib/static-server.mjs').ServerOptions['handle']>}
   */
  handle = (request, response, path) => {
    const offered = this.#offered.get(path);
    const awaited = this.#awaited.get(path);
    if (offered !== undefined && request.method === 'GET') this.#answer(response, () => send(offered, response));
    else if (awaited !== undefined && request.method === 'PUT') {
      this.#answer(response, async () => {
        await receive(request, awaited);
        response.statusCode = 204;
        response.end();
      });
    } else return false;
    return true;
  };

  /** @param {import('node:http').ServerResponse} response @param {() => Promise<void>} work */
  #answer(response, work) {
    work().catch((error) => {
      if (response.headersSent) response.destroy(error);
      else {
        response.statusCode = 500;
        response.end(String(error));
      }
    });
  }
}

/** @param {string} path @param {import('node:http').ServerResponse} response */
async function send(path, response) {
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('Content-Length', (await stat(path)).size);
  await pipeline(createReadStream(path), response);
}

/** Whole or not at all: a broken transfer leaves no file. @param {import('node:http').IncomingMessage} request @param {string} path */
async function receive(request, path) {
  const draft = `${path}.part`;
  try {
    await pipeline(request, createWriteStream(draft));
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
