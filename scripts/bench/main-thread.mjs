import { existsSync, mkdirSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { capture } from '../lib/run.mjs';
import { film } from './captioning.mjs';

/**
 * How long a page's main thread is held up, above all while captions are made. What counts is the processor time of a task
 * (`tdur` of Chromium's `RunTask`): by the clock, a task is as long as other processes and the page's own workers, which
 * fill the cores here, keep it waiting.
 */

/**
 * @typedef {import('../studio/session.mjs').Session} Session
 * @typedef {{ name: string, ph: string, pid: number, tid: number, tdur?: number, args: TraceArguments }} TraceEvent
 * @typedef {{ name?: string, data?: { frames?: readonly { url: string, processId: number }[] } }} TraceArguments
 */

const FOLDER = inProject('.cache/bench');
/** 45 s, 57 words. */
const SPEECH = inProject('e2e/fixtures/speech/long45.flac');
const ROUNDS = 4;
const WORDS = 57 * ROUNDS;
const WORDS_OF_CAPTION = 3;
const PHOTOS = [1, 2, 3].map((number) => inProject(`public/demo/photo-${number}.jpg`));
const CATEGORIES = ['disabled-by-default-devtools.timeline'];
const TIME_LIMIT = 300_000;

/** Captions of three minutes of a project's voice-over, from the press to the last row of the list. @param {Session} session */
export async function longestTaskOfListening({ page }) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByLabel('Photos, clips and a song').setInputFiles([...PHOTOS, await voice()]);
  await page.getByText('Preparing the preview').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Captions/ }).click();
  const write = page.getByRole('button', { name: 'Write captions', disabled: false });
  await page.getByLabel('Speech model', { exact: true }).waitFor();
  return await longestTask(page, async () => {
    await write.click();
    const least = Math.ceil(WORDS / WORDS_OF_CAPTION);
    await page.waitForFunction((count) => document.querySelectorAll('[data-cue-key]').length >= count, least, {
      timeout: TIME_LIMIT,
    });
  });
}

/** The tool "Caption a video" on 60 s of 1080p: it listens, and draws karaoke. @param {Session} session */
export async function longestTaskOfTool({ page }) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('/#captions');
  await page.getByLabel('Choose a video').setInputFiles(await spokenFilm());
  await page.getByRole('radio', { name: 'Karaoke' }).click();
  await page.getByLabel('Speech model', { exact: true }).waitFor();
  return await longestTask(page, async () => {
    await page.getByRole('button', { name: 'Caption video' }).click();
    await page.getByRole('button', { name: 'Save video' }).waitFor({ timeout: TIME_LIMIT });
  });
}

/** @returns {Promise<string>} */
function voice() {
  const path = `${FOLDER}/voice.mp3`;
  return made(path, ['-stream_loop', String(ROUNDS - 1), '-i', SPEECH, '-c:a', 'libmp3lame', '-b:a', '128k', path]);
}

/** The bench's film, and somebody who speaks. @returns {Promise<string>} */
async function spokenFilm() {
  const path = `${FOLDER}/spoken-film.mp4`;
  return await made(path, [
    ...['-i', await film(), '-stream_loop', '-1', '-i', SPEECH, '-map', '0:v', '-map', '1:a', '-shortest'],
    ...['-c:v', 'copy', '-c:a', 'aac', '-b:a', '128k', path],
  ]);
}

/** @param {string} path @param {readonly string[]} args of ffmpeg @returns {Promise<string>} */
async function made(path, args) {
  mkdirSync(FOLDER, { recursive: true });
  if (existsSync(path)) return path;
  const { code, stderr } = await capture('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args]);
  if (code !== 0) throw new Error(`ffmpeg could not make ${path}:\n${stderr.slice(-2000)}`);
  return path;
}

/**
 * @param {import('@playwright/test').Page} page @param {() => Promise<void>} work
 * @returns {Promise<number>} processor time in milliseconds.
 */
export async function longestTask(page, work) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  const { stream } = /** @type {{ stream: string }} */ (await complete);
  const { traceEvents } = JSON.parse(await readStream(devtools, stream));
  await devtools.detach();
  return longestOf(traceEvents, new URL(page.url()).origin);
}

/** @param {import('@playwright/test').CDPSession} devtools @param {string} handle */
async function readStream(devtools, handle) {
  const parts = [];
  for (;;) {
    const { data, base64Encoded, eof } = await devtools.send('IO.read', { handle, size: 2 ** 22 });
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    if (eof) break;
  }
  await devtools.send('IO.close', { handle });
  return Buffer.concat(parts).toString();
}

/** @param {readonly TraceEvent[]} events @param {string} origin of the page */
function longestOf(events, origin) {
  const started = events.find(({ name }) => name === 'TracingStartedInBrowser');
  const process = started?.args.data?.frames?.find(({ url }) => url.startsWith(origin))?.processId;
  const main = events.find(
    ({ name, pid, args }) => pid === process && name === 'thread_name' && args.name === 'CrRendererMain',
  );
  const times = events.flatMap(({ name, ph, pid, tid, tdur }) =>
    name === 'RunTask' && ph === 'X' && pid === main?.pid && tid === main?.tid && tdur !== undefined ? [tdur] : [],
  );
  if (times.length === 0) throw new Error('The trace says nothing of the page’s main thread.');
  return times.reduce((longest, time) => Math.max(longest, time)) / 1000;
}
