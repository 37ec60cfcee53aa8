import { expect, type Page, test } from '@playwright/test';
import type { SpeechAnswer } from '#app/api/speech.ts';
import type { ErrorRecord } from '#core/errors.ts';
import { cachedFixture } from '../support/fixture-cache.ts';
import { ffmpeg } from '../support/process.ts';
import { longFilm, MODEL_NAME, recording, scoreOf, utterances } from '../support/spoken.ts';
import { openStudio } from '../support/studio-page.ts';

/** Gives files of this machine to the page, as a file dialog would; `hear` names them by place. */
async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#chosen')?.remove();
    const element = document.createElement('input');
    Object.assign(element, { type: 'file', multiple: true, id: 'chosen' });
    document.body.append(element);
  });
  await page.setInputFiles('#chosen', [...paths]);
}

/** Writes down what is said in the chosen files, one after the other. */
async function hear(page: Page, model = MODEL_NAME): Promise<SpeechAnswer[]> {
  return await page.evaluate(async (name) => {
    const answers = [];
    for (const file of document.querySelector<HTMLInputElement>('#chosen')?.files ?? []) {
      answers.push(await window.studio?.speech.transcribe(file, { model: name, language: 'en' }));
    }
    return answers.flatMap((answer) => answer ?? []);
  }, model);
}

/** Counts what is asked of the folder of models. */
function countModelRequests(page: Page): () => number {
  let requests = 0;
  page.on('request', (request) => {
    if (request.url().includes('/models/')) requests++;
  });
  return () => requests;
}

test('words are heard right and stand at their times', async ({ page }) => {
  const all = utterances();
  await openStudio(page);
  await chooseFiles(
    page,
    all.map(({ path }) => path),
  );
  const answers = await hear(page);
  const score = scoreOf(all.map(({ words }, index) => [words, answers[index]?.words ?? []]));
  test.info().annotations.push({ type: 'score', description: JSON.stringify(score) });
  expect(score.errorRate).toBeLessThanOrEqual(0.02);
  expect(score.startMedian).toBeLessThanOrEqual(0.05);
  expect(score.startNinetieth).toBeLessThanOrEqual(0.15);
  for (const { cues, words } of answers) expect(cues.flatMap((cue) => cue.words)).toHaveLength(words.length);
});

test('a long film is heard window after window, and its words come as they are heard', async ({ page }) => {
  const film = await longFilm(3);
  await openStudio(page);
  await chooseFiles(page, [film.path]);
  const { words, language, early, fractions } = await page.evaluate(async (model) => {
    const fractions: number[] = [];
    let early = 0;
    const [file] = document.querySelector<HTMLInputElement>('#chosen')?.files ?? [];
    if (!file || !window.studio) throw new Error('No file.');
    const heard = await window.studio.speech.transcribe(file, {
      model,
      onProgress: (progress) => {
        if (progress.stage !== 'listening') return;
        fractions.push(progress.fraction);
        if (progress.fraction < 0.5) early = Math.max(early, progress.words.length);
      },
    });
    return { ...heard, early, fractions };
  }, MODEL_NAME);
  const score = scoreOf([[film.words, words]]);
  test.info().annotations.push({ type: 'score', description: JSON.stringify(score) });
  expect(score.errorRate).toBeLessThanOrEqual(0.02);
  expect(score.startMedian).toBeLessThanOrEqual(0.05);
  expect(score.startNinetieth).toBeLessThanOrEqual(0.15);
  expect(language).toBe('en');
  expect(words.every(({ start, end }, n) => start <= end && (words[n - 1]?.end ?? 0) <= start + 1e-9)).toBe(true);
  expect(early).toBeGreaterThan(20);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
});

test('where nobody speaks, nothing is written', async ({ page }) => {
  const silence = await cachedFixture('silence.wav', { silence: 8 }, (draft) =>
    ffmpeg(['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '8', '-f', 'wav', draft]),
  );
  await openStudio(page);
  await chooseFiles(page, [silence, recording('silence_noise.flac').path, recording('silence_music.flac').path]);
  const answers = await hear(page);
  expect(answers.map(({ text, cues }) => [text, cues])).toEqual([
    ['', []],
    ['', []],
    ['', []],
  ]);
});

test('cancelling ends the listening within a second, and the next file is heard', async ({ page }) => {
  const workers = () => page.workers().filter((worker) => worker.url().includes('/speech-')).length;
  const film = await longFilm(3);
  await openStudio(page);
  await chooseFiles(page, [film.path]);
  const { code, milliseconds } = await page.evaluate(async (model) => {
    const [file] = document.querySelector<HTMLInputElement>('#chosen')?.files ?? [];
    if (!file || !window.studio) throw new Error('No file.');
    const cancel = new AbortController();
    let cancelledAt = 0;
    const onProgress = (progress: { stage: string }) => {
      if (progress.stage !== 'listening' || cancelledAt > 0) return;
      cancelledAt = performance.now();
      cancel.abort();
    };
    const options = { model, signal: cancel.signal, onProgress };
    const code = await window.studio.speech.transcribe(file, options).then(
      () => 'finished',
      (error) => error.code,
    );
    return { code, milliseconds: performance.now() - cancelledAt };
  }, MODEL_NAME);
  expect(code).toBe('cancelled');
  expect(milliseconds).toBeLessThan(1000);
  // Chromium lets a thread that computes without a pause go on for 2 s before it ends it.
  await expect.poll(workers).toBe(0);
  await chooseFiles(page, [recording('utt007.flac').path]);
  expect((await hear(page)).map(({ text }) => text)).toEqual(['ten eleven twelve']);
});

test('a model is loaded once, from this address alone, and checked at every use', async ({ page, baseURL }) => {
  const requests = countModelRequests(page);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(String(baseURL)).origin) elsewhere.push(request.url());
  });
  const heardAnew = async () => {
    await openStudio(page);
    await chooseFiles(page, [recording('utt007.flac').path]);
    return (await hear(page)).map(({ text }) => text);
  };
  await test.step('the first time, each of its files is asked for', async () => {
    expect(await heardAnew()).toEqual(['ten eleven twelve']);
    expect(requests()).toBe(7);
  });
  await test.step('the second time, none', async () => {
    expect(await heardAnew()).toEqual(['ten eleven twelve']);
    expect(requests()).toBe(7);
  });
  await test.step('one with a wrong byte is loaded again', async () => {
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) {
          const kept = key.url.endsWith('decoder_model_merged_quantized.onnx') && (await cache.match(key));
          if (!kept) continue;
          const bytes = new Uint8Array(await kept.clone().arrayBuffer());
          bytes[500_000] = (bytes[500_000] ?? 0) ^ 1;
          await cache.put(key, new Response(bytes, { headers: kept.headers }));
        }
      }
    });
    expect(await heardAnew()).toEqual(['ten eleven twelve']);
    expect(requests()).toBe(8);
  });
  expect(elsewhere).toEqual([]);
});

test('what stands in the way is said by name', async ({ page }) => {
  await openStudio(page);
  await chooseFiles(page, [recording('utt007.flac').path]);
  const refusal = (options: { readonly model: string; readonly language?: string; readonly empty?: boolean }) =>
    page.evaluate(async ({ model, language, empty }): Promise<ErrorRecord> => {
      const [file] = document.querySelector<HTMLInputElement>('#chosen')?.files ?? [];
      if (!file || !window.studio) throw new Error('No file.');
      const choice = empty ? { name: model, files: { 'config.json': new Blob(['{}']) } } : model;
      return await window.studio.speech.transcribe(file, { model: choice, language: language ?? null }).then(
        () => Promise.reject(new Error('It was let through.')),
        (error) => error.toRecord(),
      );
    }, options);
  expect(await refusal({ model: 'no-such-model' })).toMatchObject({ code: 'not-found' });
  expect(await refusal({ model: 'mine', empty: true })).toMatchObject({
    code: 'file-unsupported',
    message: expect.stringContaining('generation_config.json'),
  });
  expect(await refusal({ model: MODEL_NAME, language: 'de' })).toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('“de”'),
  });
});
