import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * Serves one file to pages of any origin, and cuts the first connection half-way.
 * @param {string} path
 * @returns {Promise<{ address: string, ranges: number[], close: () => Promise<void> }>} `ranges` has the first byte of
 *   each request
 */
export async function serveCutFile(path) {
  const { size } = statSync(path);
  /** @type {number[]} */
  const ranges = [];
  const server = createServer((request, response) => {
    const open = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'range, if-range',
      'Access-Control-Expose-Headers': 'ETag, Content-Range',
    };
    if (request.method === 'OPTIONS') {
      response.writeHead(204, open).end();
      return;
    }
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    ranges.push(start);
    const isCut = ranges.length === 1;
    response.writeHead(start > 0 ? 206 : 200, {
      ...open,
      ETag: '"1"',
      'Content-Type': 'video/mp4',
      'Content-Length': size - start,
      ...(start > 0 && { 'Content-Range': `bytes ${start}-${size - 1}/${size}` }),
    });
    const stream = createReadStream(path, { start, end: isCut ? Math.floor(size / 2) : size - 1 });
    stream.pipe(response, { end: !isCut });
    if (isCut) stream.on('end', () => response.destroy());
    response.on('close', () => stream.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/large.mp4`,
    ranges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
