import { resolve } from 'node:path';
import { say, UsageError } from '../lib/log.mjs';
import { cancelInPage, followInPage, queueInPage, sendOutput } from './in-page/jobs.mjs';
import { isFile, requireFolderOf } from './paths.mjs';
import { progressLine } from './progress-line.mjs';

/**
 * @typedef {import('./arguments.mjs').RenderArguments} RenderArguments
 * @typedef {import('./in-page/window.mjs').RenderJob} RenderJob
 *
 * @typedef {{ out: string, thumbnail: string | null }} Outputs where the files go
 *
 * @typedef {object} RenderReport one line of standard output.
 * @property {string | null} jobId
 * @property {RenderJob['status']} status
 * @property {number | null} frames
 * @property {number | null} processingTimeMs
 * @property {Record<string, number>} stagesMs time of each step.
 * @property {string | null} output
 * @property {string | null} thumbnail
 * @property {import('./in-page/window.mjs').ErrorRecord | null} error
 */

/** Looks at the files before a browser is started. @param {RenderArguments} args @throws {UsageError} */
export function checkFiles(args) {
  for (const path of [...args.images, ...(args.audio ? [args.audio] : [])]) {
    if (!isFile(path)) throw new UsageError(`There is no file "${path}". (Words with spaces need quotes.)`);
  }
  for (const path of [args.out, args.thumbnail]) {
    if (path !== null) requireFolderOf(path);
  }
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {RenderArguments} args
 * @param {AbortSignal} signal cancels the render.
 * @returns {Promise<RenderReport>}
 */
export async function render(session, args, signal) {
  const queued = await session.page.evaluate(queueInPage, requestFor(args, session.files));
  return await finishJob(session, queued, args, signal);
}

/**
 * Follows a job that was queued to its end, and writes its files.
 * @param {import('./session.mjs').Session} session
 * @param {Awaited<ReturnType<typeof queueInPage>>} answer
 * @param {Outputs} outputs
 * @param {AbortSignal} signal cancels the render.
 * @returns {Promise<RenderReport>}
 */
export async function finishJob(session, answer, outputs, signal) {
  const show = progressLine();
  await session.page.exposeFunction('reportJob', show.update);
  return await followJob(session, answer, outputs, { signal, show });
}

/**
 * As `finishJob`, of one job among several: the page has to know already where it reports to.
 * @param {import('./session.mjs').Session} session
 * @param {Awaited<ReturnType<typeof queueInPage>>} answer
 * @param {Outputs} outputs
 * @param {{ signal: AbortSignal, show: ReturnType<typeof progressLine> }} watch
 * @returns {Promise<RenderReport>}
 */
export async function followJob({ page, files }, { job: queued, resumed, error }, outputs, { signal, show }) {
  if (queued === null) return reportOf(null, error, outputs);
  if (resumed) say(`This video was being made already: going on with it, at ${Math.floor(queued.progress)} %.`);
  // A job that has just ended cannot be cancelled, and need not be.
  const cancel = () => void page.evaluate(cancelInPage, queued.id).catch(() => undefined);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const job = await page.evaluate(followInPage, queued.id);
  show.end();
  if (job.status === 'completed') {
    await page.evaluate(sendOutput, {
      jobId: job.id,
      videoAddress: files.expect(resolve(outputs.out)),
      thumbnailAddress: outputs.thumbnail === null ? null : files.expect(resolve(outputs.thumbnail)),
    });
  }
  return reportOf(job, null, outputs);
}

/** @param {RenderArguments} args @param {import('./file-exchange.mjs').FileExchange} files */
function requestFor(args, files) {
  const own = (/** @type {string} */ choice) => (isFile(choice) ? { own: files.offer(choice) } : choice);
  const request = {
    images: args.images.map((path) => files.offer(path)),
    ...(args.audio !== null && { audio: files.offer(args.audio) }),
    ...(args.text !== null && { text: args.text }),
    ...(args.style !== null && { style: args.style }),
    ...(args.grade !== null && { gradeStrength: args.grade }),
    ...(args.once && { repeat: false }),
    ...(args.frame !== null && { frame: own(args.frame) }),
    ...(args.overlay !== null && { overlay: own(args.overlay) }),
    ...(args.quality !== null && { quality: args.quality }),
    ...(args.format !== null && { format: args.format }),
    ...(args.platform !== null && { platforms: [args.platform] }),
    ...(args.seconds !== null && { lengthSeconds: args.seconds }),
  };
  // Words from a command line: the page's schema checks them, and names the ones that it takes.
  return /** @type {Parameters<typeof queueInPage>[0]} */ (request);
}

/**
 * @param {RenderJob | null} job
 * @param {import('./in-page/window.mjs').ErrorRecord | null} error
 * @param {Outputs} outputs
 * @returns {RenderReport}
 */
function reportOf(job, error, { out, thumbnail }) {
  const completed = job?.status === 'completed';
  const ended = job !== null && job.startedAt !== null && job.finishedAt !== null;
  return {
    jobId: job?.id ?? null,
    status: job?.status ?? 'failed',
    frames: job?.output?.frames ?? null,
    processingTimeMs: ended ? Number(job.finishedAt) - Number(job.startedAt) : null,
    stagesMs: Object.fromEntries(
      (job?.timings ?? []).map(({ stage, milliseconds }) => [stage, Math.round(milliseconds)]),
    ),
    output: completed ? resolve(out) : null,
    thumbnail: completed && thumbnail !== null ? resolve(thumbnail) : null,
    error: error ?? job?.lastError ?? null,
  };
}
