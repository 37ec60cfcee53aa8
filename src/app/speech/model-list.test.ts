import { describe, expect, test } from 'vitest';
import { MODEL_FILES } from '#engine/speech/model-files.ts';
import { listModels } from './model-list.ts';

const BASE = 'https://studio.example/app/';
const TINY = { name: 'whisper-tiny', title: 'Whisper tiny', bytes: 41_000_000, languages: 'many' };
const HASHES = Object.fromEntries(MODEL_FILES.map((path) => [path, 'a'.repeat(64)]));
const HOST = 'https://models.example/whisper-base/1/';
const never = async () => false;
const answering = (body: string, init?: ResponseInit) => async () => new Response(body, init);

describe('the app’s own speech models', () => {
  test('are those that its host lists', async () => {
    const asked: string[] = [];
    const fetchFile = async (address: string) => {
      asked.push(address);
      return Response.json({ models: [TINY] });
    };
    expect(await listModels({ baseAddress: BASE, holds: never, fetchFile })).toEqual([
      { ...TINY, gpuBytes: null, elsewhere: null },
    ]);
    expect(asked).toEqual(['https://studio.example/app/models/index.json']);
  });

  test('may lie on another host, and then are known to be here or not', async () => {
    const asked: (readonly string[])[] = [];
    const models = await listModels({
      baseAddress: BASE,
      fetchFile: async () => Response.json({ models: [{ ...TINY, elsewhere: { address: HOST, sha256: HASHES } }] }),
      holds: async (addresses) => {
        asked.push(addresses);
        return true;
      },
    });
    expect(models).toEqual([{ ...TINY, gpuBytes: null, elsewhere: { address: HOST, sha256: HASHES, isKept: true } }]);
    expect(asked).toEqual([MODEL_FILES.map((path) => `${HOST}${path}`)]);
  });

  test('say what they load for a graphics card', async () => {
    const fetchFile = async () => Response.json({ models: [{ ...TINY, gpuBytes: 151_000_000 }] });
    const [tiny] = await listModels({ baseAddress: BASE, holds: never, fetchFile });
    expect(tiny?.gpuBytes).toBe(151_000_000);
  });

  test.each([
    ['without a hash of every file', { address: HOST, sha256: { 'config.json': 'a'.repeat(64) } }],
    ['over plain http', { address: HOST.replace('https', 'http'), sha256: HASHES }],
  ])('are refused from another host %s', async (_, elsewhere) => {
    const fetchFile = async () => Response.json({ models: [{ ...TINY, elsewhere }] });
    const listed = listModels({ baseAddress: BASE, holds: never, fetchFile });
    await expect(listed).rejects.toMatchObject({ code: 'storage-failed' });
  });

  test('are none where there is no list, or a page in its place', async () => {
    const missing = answering('Nothing', { status: 404 });
    expect(await listModels({ baseAddress: BASE, holds: never, fetchFile: missing })).toEqual([]);
    const page = { headers: { 'content-type': 'text/html; charset=utf-8' } };
    const fetchFile = answering('<!doctype html>', page);
    expect(await listModels({ baseAddress: BASE, holds: never, fetchFile })).toEqual([]);
  });

  test.each(['{"models":[{"name":"../etc"}]}', 'no list'])('are refused in a damaged list: %s', async (body) => {
    const listed = listModels({ baseAddress: BASE, holds: never, fetchFile: answering(body) });
    await expect(listed).rejects.toMatchObject({ code: 'storage-failed' });
  });

  test('say that captions can be made without them where the host does not answer', async () => {
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    const listed = listModels({ baseAddress: BASE, holds: never, fetchFile: offline });
    await expect(listed).rejects.toThrow(/typed and imported without/);
  });
});
