import { mkdirSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { analyseInPage } from '../studio/in-page/beats.mjs';
import { followInPage, queueInPage, sendOutput } from '../studio/in-page/jobs.mjs';
import { makeAtmosphereClip } from './atmosphere-clip.mjs';
import { beatTrack } from './beat-tracks.mjs';
import { clipFiles } from './clip-files.mjs';
import { clipContent, photoContent, renderNatively } from './native-ffmpeg.mjs';
import { rendererMemory, watchPeak } from './process-memory.mjs';

/** Single measurements. Each gives one figure; the bench repeats them and takes medians. */

/**
 * @typedef {import('../studio/session.mjs').Session} Session
 * @typedef {typeof import('../../e2e/harness/bench/main.ts')} BenchPage what `window.exportBench` is
 */

const FOLDER = inProject('.cache/bench');
const DEMO = inProject('public/demo');
const PHOTOS = [1, 2, 3, 4, 5].map((number) => `${DEMO}/photo-${number}.jpg`);
const TRACK = `${DEMO}/upbeat-1.mp3`;
const TEXT = '✨ Luxury Beauty Secrets Revealed!';
const FPS = 30;
const SECONDS = 30;
const MEBIBYTE = 1024 * 1024;

/** Frames of the composition that the encoders get, in turn. */
const READY_FRAMES = 90;
const WASM_FRAMES = 60;

/** A style of crossfades of one second and a grade, and that grade at full strength as ffmpeg's mixer takes it. */
const CLIP_STYLE = 'soft-romance';
const CLIP_FADE_SECONDS = 1;
const CLIP_MATRIX = 'rr=0.94:rg=0.06:rb=0.01:gr=0.02:gg=0.87:gb=0.01:br=0.02:bg=0.06:bb=0.77';

/**
 * Exports photos or clips as a person would.
 * @param {Session} session
 * @param {{ images?: readonly string[], seconds: number, style?: string, out?: string }} job `out` says where the file
 *   goes, if it is wanted
 */
export async function exportVideo({ page, files }, { images = PHOTOS, seconds, style, out }) {
  await page.goto('/');
  await page.waitForFunction(() => 'studio' in window);
  await page.evaluate(() => Object.assign(window, { reportJob: () => {} }));
  const request = {
    images: images.map((path) => files.offer(path)),
    audio: files.offer(TRACK),
    text: TEXT,
    lengthSeconds: seconds,
    repeat: false,
    seed: 1,
    ...(style && { style }),
  };
  // The page's schema checks the style's name.
  const checked = /** @type {Parameters<typeof queueInPage>[0]} */ (request);
  const { job: queued, error } = await page.evaluate(queueInPage, checked);
  if (!queued) throw new Error(`The export was refused: ${error.message}`);
  const job = await page.evaluate(followInPage, queued.id);
  if (job.status !== 'completed') throw new Error(`The export failed: ${job.lastError?.message ?? job.status}`);
  if (out) {
    await page.evaluate(sendOutput, { jobId: job.id, videoAddress: files.expect(out), thumbnailAddress: null });
  }
  return job;
}

/** A whole export in the page, from start to end of its job, in frames per second. @param {Session} session */
export async function wholeExport(session) {
  return speedOf(await exportVideo(session, { seconds: SECONDS }));
}

/** As `wholeExport`, from five clips of 1080p H.264 with crossfades and a grade. @param {Session} session */
export async function clipExport(session) {
  return speedOf(await exportVideo(session, { images: await clipFiles(), seconds: SECONDS, style: CLIP_STYLE }));
}

/** @param {import('../studio/in-page/window.mjs').RenderJob} job */
function speedOf(job) {
  const milliseconds = Number(job.finishedAt) - Number(job.startedAt);
  return (Number(job.output?.frames) * 1000) / milliseconds;
}

/**
 * Makes the test page ready: files loaded, and frames drawn by the compositor for the encoders.
 * @param {Session} session
 */
export async function prepareExportBench({ page, files }) {
  await page.goto('/harness/bench.html');
  await page.waitForFunction(() => 'exportBench' in window);
  const input = {
    photos: PHOTOS.map((path) => files.offer(path)),
    track: files.offer(TRACK),
    text: TEXT,
    seconds: SECONDS,
  };
  await page.evaluate(
    ([wanted, ready]) => window.exportBench.prepare(wanted, ready),
    /** @type {const} */ ([input, READY_FRAMES]),
  );
}

/** The product's render in its worker, in frames per second. @param {Session} session */
export async function renderAlone({ page }) {
  const { total } = await page.evaluate(() => window.exportBench.exportVideo());
  return (SECONDS * FPS * 1000) / total;
}

/**
 * An encoder alone with frames that are ready, in frames per second.
 * @param {Session} session @param {'webcodecs' | 'ffmpeg'} kind
 */
export async function encoderAlone({ page }, kind) {
  const frames = kind === 'webcodecs' ? SECONDS * FPS : WASM_FRAMES;
  const milliseconds = await page.evaluate(
    ([wanted, count]) => window.exportBench.encodeReady(wanted, count),
    /** @type {const} */ ([kind, frames]),
  );
  return (frames * 1000) / milliseconds;
}

/**
 * Segments beside one unbroken encode of the same video, as ratios of speed and of size.
 * @param {Session} session @param {number} run says which of the two goes first
 */
export async function segmentCost(session, run) {
  await prepareExportBench(session);
  /** @type {'segments' | 'unbroken'} */
  const first = run % 2 === 0 ? 'segments' : 'unbroken';
  const { segments, unbroken } = await session.page.evaluate(
    (manner) => window.exportBench.compareSegments(manner),
    first,
  );
  return { speed: unbroken.milliseconds / segments.milliseconds, size: segments.bytes / unbroken.bytes };
}

/** Frames per second by the number of render workers, and the number that the product takes here. @param {Session} session */
export async function poolSpeeds(session) {
  await prepareExportBench(session);
  const chosen = await session.page.evaluate(() => window.findPoolSize());
  /** @type {Map<number, number>} */
  const bySize = new Map();
  for (const workers of new Set([1, 2, 3, 4, chosen])) {
    const milliseconds = await session.page.evaluate((size) => window.renderWithPool(size), workers);
    bySize.set(workers, (SECONDS * FPS * 1000) / milliseconds);
  }
  return { bySize, chosen };
}

/** The same composition by ffmpeg's filters, in frames per second. */
export async function nativeComposition() {
  return await nativeSpeed(PHOTOS, photoContent);
}

/** The same clips, crossfades and grade by ffmpeg's filters, in frames per second. */
export async function nativeClips() {
  return await nativeSpeed(await clipFiles(), clipContent(CLIP_FADE_SECONDS, CLIP_MATRIX));
}

/** @param {readonly string[]} pictures @param {import('./native-ffmpeg.mjs').NativeJob['content']} content */
async function nativeSpeed(pictures, content) {
  mkdirSync(FOLDER, { recursive: true });
  const atmosphere = `${FOLDER}/atmosphere.mp4`;
  await makeAtmosphereClip(atmosphere);
  const out = `${FOLDER}/native.mp4`;
  const job = { pictures, content, track: TRACK, atmosphere, seconds: SECONDS, text: TEXT, out };
  return (SECONDS * FPS) / (await renderNatively(job));
}

/**
 * Peak of the renderer above the idle page during an export, in MiB.
 * @param {Session} session @param {{ seconds: number, images?: readonly string[], style?: string }} job
 */
async function peakOf(session, job) {
  await session.page.goto('/');
  await session.page.waitForFunction(() => 'studio' in window);
  const idle = rendererMemory();
  const stop = watchPeak();
  try {
    await exportVideo(session, job);
  } finally {
    stop();
  }
  return (stop() - idle) / MEBIBYTE;
}

/** Of an export of photos. @param {Session} session @param {number} seconds */
export function peakMemory(session, seconds) {
  return peakOf(session, { seconds });
}

/** Of an export of five clips. @param {Session} session */
export async function peakMemoryOfClips(session) {
  return await peakOf(session, { images: await clipFiles(), seconds: SECONDS, style: CLIP_STYLE });
}

/**
 * Finding the beats of a track, from its call to its answer, in milliseconds.
 * @param {Session} session @param {number} seconds of music
 */
export async function beatAnalysis({ page, files }, seconds) {
  const { ms, error } = await page.evaluate(analyseInPage, files.offer(beatTrack(seconds)));
  if (ms === null) throw new Error(`The beats were not found: ${error?.message}`);
  return ms;
}
