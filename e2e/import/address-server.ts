import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How the server treats a request. */
export interface Answer {
  readonly bytes: Buffer;
  readonly etag?: string;
  /** Cuts the connection after so many bytes of the body. */
  readonly cutAfter?: number;
  /** Never sends what is behind so many bytes, and keeps the connection. */
  readonly stopAfter?: number;
  readonly ignoresRange?: boolean;
  readonly forbidsCors?: boolean;
  /** Does not permit the `If-Range` header. */
  readonly strictHeaders?: boolean;
}

export interface AddressServer {
  readonly origin: string;
  /** What the server was asked for: one for each GET. */
  readonly requests: IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** A server on another origin than the page's. @param answer for the nth GET, from 0; null is a 404. */
export async function startAddressServer(
  answer: (path: string, place: number) => Answer | null,
): Promise<AddressServer> {
  const requests: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') return permit(response, answer(request.url ?? '/', requests.length));
    requests.push(request.headers);
    const found = answer(request.url ?? '/', requests.length - 1);
    if (found) return send(request, response, found);
    response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function permit(response: ServerResponse, answer: Answer | null): void {
  const headers = answer?.strictHeaders ? 'range' : 'range, if-range';
  response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': headers }).end();
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { bytes, etag = '"v1"', cutAfter, stopAfter, ignoresRange, forbidsCors } = answer;
  const start = ignoresRange ? 0 : startOf(request, etag);
  const body = bytes.subarray(start);
  response.writeHead(start > 0 ? 206 : 200, {
    ...(!forbidsCors && { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Content-Range' }),
    'Content-Type': 'text/html',
    'Content-Length': body.byteLength,
    ETag: etag,
    ...(start > 0 && { 'Content-Range': `bytes ${start}-${bytes.byteLength - 1}/${bytes.byteLength}` }),
  });
  if (cutAfter !== undefined) response.write(body.subarray(0, cutAfter), () => response.destroy());
  else if (stopAfter !== undefined) response.write(body.subarray(0, stopAfter));
  else response.end(body);
}

function startOf({ headers }: IncomingMessage, etag: string): number {
  if (headers['if-range'] !== undefined && headers['if-range'] !== etag) return 0;
  return Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
}
