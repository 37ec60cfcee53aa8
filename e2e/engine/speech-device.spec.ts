import { expect, type Page, test } from '@playwright/test';
import type { SpeechAnswer } from '#app/api/speech.ts';
import { GPU_WEIGHTS, MODEL_FILES } from '#engine/speech/model-files.ts';
import { CHROMIUM_ARGS, requireChromium } from '../../scripts/lib/system-tools.mjs';
import { MODEL_NAME, recording } from '../support/spoken.ts';
import { openStudio } from '../support/studio-page.ts';

/** A graphics card that software plays: what it computes is right, however long it takes. */
const SOFTWARE_CARD = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
test.use({ launchOptions: { executablePath: requireChromium(), args: [...CHROMIUM_ARGS, ...SOFTWARE_CARD] } });

const SPOKEN = recording('utt007.flac');
const GPU_RUNTIME = /\.asyncify-.*\.wasm$/;

/** Lets the page take it for a real one. */
async function pretendToBeReal(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(GPUAdapterInfo.prototype, 'isFallbackAdapter', { get: () => false });
  });
}

/** Has something run first in the worker that listens. */
async function spoilWorker(page: Page, spoil: () => void): Promise<void> {
  await page.route('**/assets/speech-*.js', async (route) => {
    const response = await route.fetch();
    // A part of the page has the same name.
    const inWorker = `typeof window === 'undefined' && (${spoil})();`;
    await route.fulfill({ response, body: `${inWorker}\n${await response.text()}` });
  });
}

/**
 * Has the fixture's model listen. Its 8-bit weights stand for those that a card needs: the runtime gives the card what it
 * can compute of them.
 */
async function hear(page: Page, weights: readonly string[] = GPU_WEIGHTS): Promise<SpeechAnswer> {
  await openStudio(page);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' }));
  });
  await page.setInputFiles('#chosen', SPOKEN.path);
  return await page.evaluate(
    async ({ name, paths }) => {
      const [file] = document.querySelector<HTMLInputElement>('#chosen')?.files ?? [];
      if (!file || !window.studio) throw new Error('No file.');
      const bytesOf = async (path: string) => {
        const kept = path.replace(/(encoder_model|decoder_model_merged)\.onnx$/, '$1_quantized.onnx');
        return [path, await (await fetch(`/models/${name}/${kept}`)).blob()] as const;
      };
      const files = Object.fromEntries(await Promise.all(paths.map(bytesOf)));
      return await window.studio.speech.transcribe(file, { model: { name, files }, language: 'en' });
    },
    { name: MODEL_NAME, paths: [...MODEL_FILES, ...weights] },
  );
}

function runtimes(page: Page): () => number {
  let requests = 0;
  page.on('request', (request) => {
    if (GPU_RUNTIME.test(request.url())) requests++;
  });
  return () => requests;
}

const WORDS = SPOKEN.words.map(({ text }) => text);
const wordsOf = ({ words }: SpeechAnswer) => words.map(({ text }) => text);

test('a graphics card hears what the processor hears, when it hears it', async ({ page }) => {
  // Software compiles a program for every operation, and computes it slowly.
  test.setTimeout(5 * 60_000);
  await pretendToBeReal(page);
  const loaded = runtimes(page);
  const byCard = await hear(page);
  expect(byCard).toMatchObject({ device: 'webgpu', gpuProblem: null });
  expect(wordsOf(byCard)).toEqual(WORDS);
  expect(loaded()).toBeGreaterThan(0);
  const byProcessor = await hear(page, []);
  expect(byProcessor).toMatchObject({ device: 'wasm', gpuProblem: null });
  for (const [index, word] of byProcessor.words.entries()) {
    expect(byCard.words[index]?.start).toBeCloseTo(word.start, 1);
  }
});

test('a card that software plays is left alone, and nothing is loaded for it', async ({ page }) => {
  const loaded = runtimes(page);
  const heard = await hear(page);
  expect(heard).toMatchObject({ device: 'wasm', gpuProblem: null });
  expect(wordsOf(heard)).toEqual(WORDS);
  expect(loaded()).toBe(0);
});

test('where a card gives no device, the processor hears, and it is said why', async ({ page }) => {
  await pretendToBeReal(page);
  await spoilWorker(page, () => {
    GPUAdapter.prototype.requestDevice = () => Promise.reject(new Error('no device today'));
  });
  const heard = await hear(page);
  expect(heard.device).toBe('wasm');
  expect(heard.gpuProblem).toContain('The graphics card cannot compute the speech model');
  expect(wordsOf(heard)).toEqual(WORDS);
});

test('where a card is lost in the middle, the processor begins again', async ({ page }) => {
  await pretendToBeReal(page);
  await spoilWorker(page, () => {
    const submit = GPUQueue.prototype.submit;
    const request = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, ...args) {
      const device = await request.apply(this, args);
      let submissions = 0;
      GPUQueue.prototype.submit = function (this: GPUQueue, ...buffers) {
        submissions++;
        if (submissions === 30) device.destroy();
        return submit.apply(this, buffers);
      };
      return device;
    };
  });
  const heard = await hear(page);
  expect(heard.device).toBe('wasm');
  expect(heard.gpuProblem).not.toBeNull();
  expect(wordsOf(heard)).toEqual(WORDS);
});
