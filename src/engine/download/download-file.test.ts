import { expect, it } from 'vitest';
import { type KeptPart, NOTHING_KEPT } from '#core/import/download.ts';
import { type DownloadTarget, downloadFile } from './download-file.ts';

const FILE = Uint8Array.from({ length: 1000 }, (_, place) => place % 251);
const VERSION = { ETag: '"v1"', 'Last-Modified': 'Mon, 02 Nov 2026 10:00:00 GMT' };

/** A file in memory. */
function memory(): DownloadTarget & { readonly bytes: number[] } {
  const bytes: number[] = [];
  let part: KeptPart = NOTHING_KEPT;
  return {
    bytes,
    get kept() {
      return { ...part, bytes: bytes.length };
    },
    begin(at, kept) {
      bytes.length = at;
      part = kept;
    },
    append: (chunk) => bytes.push(...chunk),
    keep: () => undefined,
  };
}

/** A body that ends with an error after `good`, as one whose connection is cut. */
function cutBody(good: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new TypeError('network error'));
      sent = true;
      controller.enqueue(good);
    },
  });
}

type Handler = (headers: Headers) => Response;

function start(handlers: readonly Handler[], largest?: number) {
  const asked: Headers[] = [];
  const waited: number[] = [];
  const target = memory();
  const load: typeof fetch = async (_, init) => {
    const headers = new Headers(init?.headers);
    asked.push(headers);
    const handler = handlers[Math.min(asked.length, handlers.length) - 1];
    if (!handler) throw new Error('Nobody answers.');
    return handler(headers);
  };
  const done = downloadFile({
    url: new URL('https://example.com/a.mp4'),
    name: 'a.mp4',
    target,
    onProgress: () => undefined,
    load,
    wait: async (seconds) => void waited.push(seconds),
    ...(largest !== undefined && { largest }),
  });
  return { asked, waited, target, done };
}

const whole = (headers: Record<string, string> = VERSION) =>
  new Response(FILE, { headers: { 'Content-Length': '1000', ...headers } });
const cutAt = (bytes: number) => () =>
  new Response(cutBody(FILE.slice(0, bytes)), { headers: { 'Content-Length': '1000', ...VERSION } });
const restFrom = (at: number, headers: Record<string, string> = VERSION) =>
  new Response(FILE.slice(at), { status: 206, headers: { 'Content-Length': String(1000 - at), ...headers } });
const noAnswer = (): never => {
  throw new TypeError('Failed to fetch');
};

it('goes on where the connection was cut', async () => {
  const { asked, waited, target, done } = start([cutAt(400), () => restFrom(400)]);
  await done;
  expect(target.bytes).toEqual([...FILE]);
  expect(asked[1]?.get('Range')).toBe('bytes=400-');
  expect(asked[1]?.get('If-Range')).toBe('"v1"');
  expect(waited).toEqual([1]);
});

it('begins again where the server ignores the range, or has another file by now', async () => {
  for (const answer of [() => whole(), () => whole({ ETag: '"v2"' })]) {
    const { target, done } = start([cutAt(400), answer]);
    await done;
    expect(target.bytes).toEqual([...FILE]);
  }
});

it('never joins the parts of two versions', async () => {
  const { asked, target, done } = start([
    cutAt(400),
    () => restFrom(400, { ETag: '"v2"' }),
    () => whole({ ETag: '"v2"' }),
  ]);
  await done;
  expect(asked[2]?.has('Range')).toBe(false);
  expect(target.bytes).toEqual([...FILE]);
});

it('asks without If-Range where a server does not permit the header, and compares the answer', async () => {
  const picky: Handler = (headers) => (headers.has('If-Range') ? noAnswer() : restFrom(400));
  const { target, done } = start([cutAt(400), picky]);
  await done;
  expect(target.bytes).toEqual([...FILE]);
});

it('waits longer each time, and gives up after five tries that brought nothing', async () => {
  const { waited, target, done } = start([cutAt(400), noAnswer]);
  await expect(done).rejects.toMatchObject({ code: 'connection-lost' });
  expect(waited).toEqual([1, 2, 4, 8, 16]);
  expect(target.bytes).toHaveLength(400);
});

it('explains a server that never answers a page at once', async () => {
  const { waited, done } = start([noAnswer]);
  await expect(done).rejects.toThrow(/CORS/);
  expect(waited).toEqual([]);
});

it('stops at the largest size, whatever the server said', async () => {
  await expect(start([() => whole()], 999).done).rejects.toMatchObject({ code: 'file-too-large' });
  await expect(start([() => new Response(FILE)], 999).done).rejects.toMatchObject({ code: 'file-too-large' });
});

it('takes what was compressed on the way, whose length counts other bytes', async () => {
  const { target, done } = start([() => whole({ 'Content-Length': '300' })]);
  await done;
  expect(target.bytes).toEqual([...FILE]);
});
