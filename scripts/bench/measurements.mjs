import { mkdirSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { capture } from '../lib/run.mjs';
import { renderInPage, sendOutput } from '../studio/in-page.mjs';
import { makeAtmosphereClip } from './atmosphere-clip.mjs';
import { renderNatively } from './native-ffmpeg.mjs';
import { rendererMemory, watchPeak } from './process-memory.mjs';

/** Single measurements. Each gives one figure; the bench repeats them and takes medians. */

/** @typedef {import('../studio/session.mjs').Session} Session */

const FOLDER = inProject('.cache/bench');
const DEMO = inProject('public/demo');
const PHOTOS = [1, 2, 3, 4, 5].map((number) => `${DEMO}/photo-${number}.jpg`);
const TRACK = `${DEMO}/upbeat-1.mp3`;
const TEXT = '✨ Luxury Beauty Secrets Revealed!';
const FPS = 30;
const SECONDS = 30;
const MEBIBYTE = 1024 * 1024;

/** Pictures that the encoders get, in turn: four seconds of the export with a cut in them. */
const READY_FRAMES = { first: 120, count: 120 };
const WASM_FRAMES = 60;

/**
 * Exports the demo photos as a person would.
 * @param {Session} session
 * @param {number} seconds
 * @param {string} [out] where the file goes, if it is wanted.
 */
export async function exportVideo({ page, files }, seconds, out) {
  await page.goto('/');
  await page.waitForFunction(() => 'studio' in window);
  await page.evaluate(() => Object.assign(window, { reportJob: () => {} }));
  const request = {
    images: PHOTOS.map((path) => files.offer(path)),
    audio: files.offer(TRACK),
    text: TEXT,
    lengthSeconds: seconds,
    seed: 1,
  };
  const { job, error } = await page.evaluate(renderInPage, request);
  if (job?.status !== 'completed') {
    throw new Error(`The export failed: ${error?.message ?? job?.lastError?.message ?? job?.status}`);
  }
  if (out) {
    await page.evaluate(sendOutput, { jobId: job.id, videoAddress: files.expect(out), thumbnailAddress: null });
  }
  return job;
}

/** Whole export, in frames per second. @param {Session} session */
export async function wholeExport(session) {
  mkdirSync(FOLDER, { recursive: true });
  const job = await exportVideo(session, SECONDS, `${FOLDER}/export.mp4`);
  const milliseconds = Number(job.finishedAt) - Number(job.startedAt);
  return (Number(job.output?.frames) * 1000) / milliseconds;
}

/** Takes frames out of the last export, as raw pictures for the encoders. @returns {Promise<string>} their file. */
export async function readyFrames() {
  const file = `${FOLDER}/frames.yuv`;
  const { first, count } = READY_FRAMES;
  const filter = `select='between(n,${first},${first + count - 1})'`;
  const output = ['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', file];
  const { code, stderr } = await capture('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-y', '-i', `${FOLDER}/export.mp4`, '-an', '-vf', filter, ...output],
  ]);
  if (code !== 0) throw new Error(`ffmpeg could not read the export: ${stderr}`);
  return file;
}

/**
 * An encoder alone, in frames per second.
 * @param {Session} session @param {'webcodecs' | 'ffmpeg'} kind @param {string} framesFile
 */
export async function encoderAlone({ page, files }, kind, framesFile) {
  await page.goto('/harness/bench.html');
  await page.waitForFunction(() => 'encoderBench' in window);
  const frames = kind === 'webcodecs' ? SECONDS * FPS : WASM_FRAMES;
  const request = { kind, address: files.offer(framesFile), frames };
  const milliseconds = await page.evaluate((wanted) => {
    const { encoderBench } =
      /** @type {{ encoderBench: import('../../e2e/harness/bench.ts').EncoderBench } & Window} */ (
        /** @type {unknown} */ (window)
      );
    return encoderBench.encode(wanted.kind, wanted.address, wanted.frames);
  }, request);
  return (frames * 1000) / milliseconds;
}

/** The same composition by ffmpeg's filters, in frames per second. */
export async function nativeComposition() {
  mkdirSync(FOLDER, { recursive: true });
  const atmosphere = `${FOLDER}/atmosphere.mp4`;
  await makeAtmosphereClip(atmosphere);
  const out = `${FOLDER}/native.mp4`;
  const job = { photos: PHOTOS, track: TRACK, atmosphere, seconds: SECONDS, text: TEXT, out };
  return (SECONDS * FPS) / (await renderNatively(job));
}

/** Peak of the renderer above the idle page during an export, in MiB. @param {Session} session @param {number} seconds */
export async function peakMemory(session, seconds) {
  await session.page.goto('/');
  await session.page.waitForFunction(() => 'studio' in window);
  const idle = rendererMemory();
  const stop = watchPeak();
  try {
    await exportVideo(session, seconds);
  } finally {
    stop();
  }
  return (stop() - idle) / MEBIBYTE;
}
