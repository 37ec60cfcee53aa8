import { describe, expect, test } from 'vitest';
import { listModels } from './model-list.ts';

const BASE = 'https://studio.example/app/';
const TINY = { name: 'whisper-tiny', title: 'Whisper tiny', bytes: 41_000_000, languages: 'many' };
const answering = (body: string, init?: ResponseInit) => async () => new Response(body, init);

describe('the app’s own speech models', () => {
  test('are those that its host lists', async () => {
    const asked: string[] = [];
    const models = await listModels(BASE, async (address) => {
      asked.push(address);
      return Response.json({ models: [TINY] });
    });
    expect(models).toEqual([TINY]);
    expect(asked).toEqual(['https://studio.example/app/models/index.json']);
  });

  test('are none where there is no list, or a page in its place', async () => {
    expect(await listModels(BASE, answering('Nothing', { status: 404 }))).toEqual([]);
    const page = { headers: { 'content-type': 'text/html; charset=utf-8' } };
    expect(await listModels(BASE, answering('<!doctype html>', page))).toEqual([]);
  });

  test.each(['{"models":[{"name":"../etc"}]}', 'no list'])('are refused in a damaged list: %s', async (body) => {
    await expect(listModels(BASE, answering(body))).rejects.toMatchObject({ code: 'storage-failed' });
  });

  test('say that captions can be made without them where the host does not answer', async () => {
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(listModels(BASE, offline)).rejects.toThrow(/typed and imported without/);
  });
});
