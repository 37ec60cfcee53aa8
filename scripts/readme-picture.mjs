/** Makes the README's picture of a finished video: `node scripts/readme-picture.mjs`. That of the page is the app's own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportVideo } from './bench/measurements.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say } from './lib/log.mjs';
import { inProject } from './lib/paths.mjs';
import { capture } from './lib/run.mjs';
import { openSession } from './studio/session.mjs';

const FOLDER = inProject('docs');
/** Frames of a 30 s export of five photos, six seconds each. */
const SHOWN_FRAMES = [40, 300, 470, 700, 860];

await runMain(async () => {
  await ensureBuilt();
  mkdirSync(FOLDER, { recursive: true });
  const draft = mkdtempSync(join(tmpdir(), 'readme-picture-'));
  const session = await openSession(null);
  try {
    say('Exporting the sample');
    await exportVideo(session, { seconds: 30, out: `${draft}/sample.mp4` });
    await tileFrames(`${draft}/sample.mp4`, `${FOLDER}/frames.jpg`);
  } finally {
    await session.close();
    rmSync(draft, { recursive: true, force: true });
  }
  return 0;
});

/** @param {string} video @param {string} path */
async function tileFrames(video, path) {
  const wanted = SHOWN_FRAMES.map((frame) => `eq(n\\,${frame})`).join('+');
  const filter = `select='${wanted}',scale=270:-1:flags=lanczos,tile=${SHOWN_FRAMES.length}x1:padding=12:color=0x0D0D0F`;
  const output = ['-frames:v', '1', '-q:v', '3', path];
  const { code, stderr } = await capture('ffmpeg', [
    '-nostdin',
    '-v',
    'error',
    '-y',
    '-i',
    video,
    '-vf',
    filter,
    ...output,
  ]);
  if (code !== 0) throw new Error(`ffmpeg could not tile the frames: ${stderr}`);
}
