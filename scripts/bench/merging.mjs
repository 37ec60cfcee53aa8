import { existsSync, mkdirSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { capture } from '../lib/run.mjs';
import { followInPage, queueMergeInPage } from '../studio/in-page/jobs.mjs';
import { clipFiles } from './clip-files.mjs';

/** Fifty scenes as one video, beside ffmpeg's own concat of the same ones. */

/** @typedef {import('../studio/session.mjs').Session} Session */

const FOLDER = inProject('.cache/bench');
const SCENES = 50;
/** Of each scene. */
const SECONDS = 1;
/** Scene n begins so many seconds into its clip. */
const STEP_SECONDS = 0.5;
const TONE = 'sine=frequency=300:sample_rate=48000';

/** 1080p with sound, made once. @returns {Promise<string[]>} */
async function sceneFiles() {
  mkdirSync(FOLDER, { recursive: true });
  const clips = await clipFiles();
  const paths = Array.from({ length: SCENES }, (_, n) => `${FOLDER}/scene-${n}.mp4`);
  for (const [n, path] of paths.entries()) {
    if (existsSync(path)) continue;
    const start = String(Math.floor(n / clips.length) * STEP_SECONDS);
    await ffmpeg([
      ...['-ss', start, '-i', String(clips[n % clips.length]), '-f', 'lavfi', '-i', TONE, '-t', String(SECONDS)],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '10M', '-c:a', 'aac', '-f', 'mp4', path],
    ]);
  }
  return paths;
}

/** From the start of the job to its end, checked file included, in seconds. @param {Session} session */
export async function mergeInPage({ page, files }) {
  await page.evaluate(() => Object.assign(window, { reportJob: () => {} }));
  const scenes = (await sceneFiles()).map((path) => ({ picture: files.offer(path) }));
  const { job: queued, error } = await page.evaluate(queueMergeInPage, {
    scenes,
    format: /** @type {const} */ ('16:9'),
  });
  if (!queued) throw new Error(`The merge was refused: ${error.message}`);
  const job = await page.evaluate(followInPage, queued.id);
  if (job.status !== 'completed') throw new Error(`The merge failed: ${job.lastError?.message ?? job.status}`);
  return (Number(job.finishedAt) - Number(job.startedAt)) / 1000;
}

/** The same by ffmpeg's concat filter, encoded as the page does, in seconds. */
export async function nativeConcat() {
  const paths = await sceneFiles();
  const fitted = paths.map(
    (_, n) =>
      `[${n}:v]scale=1920:1080:force_original_aspect_ratio=increase,crop=1920:1080,fps=30,setsar=1[v${n}];[${n}:a]volume=0.2[a${n}]`,
  );
  const labels = paths.map((_, n) => `[v${n}][a${n}]`).join('');
  const started = performance.now();
  await ffmpeg([
    ...paths.flatMap((path) => ['-i', path]),
    ...[
      '-filter_complex',
      `${fitted.join(';')};${labels}concat=n=${SCENES}:v=1:a=1[v][a]`,
      '-map',
      '[v]',
      '-map',
      '[a]',
    ],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '7M', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '192k'],
    ...['-movflags', '+faststart', `${FOLDER}/native-merge.mp4`],
  ]);
  return (performance.now() - started) / 1000;
}

/** @param {readonly string[]} args */
async function ffmpeg(args) {
  const { code, stderr } = await capture('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args]);
  if (code !== 0) throw new Error(`ffmpeg failed:\n${stderr.slice(-2000)}`);
}
