/**
 * Makes public/demo: photos and music drawn and played by code, so that nobody else's licence is in them. The results
 * are committed; run this again after changing a shader or a score: `node scripts/demo-pack.mjs`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { encodeTrack } from './demo/encode-track.mjs';
import { DEMO_PICTURES, drawPictures } from './demo/pictures.mjs';
import { DEMO_TRACKS } from './demo/tracks.mjs';
import { runMain, say } from './lib/log.mjs';
import { inProject } from './lib/paths.mjs';

const FOLDER = inProject('public/demo');
const HOOK = '✨ Luxury Beauty Secrets Revealed!';

await runMain(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const track of DEMO_TRACKS) {
    say(`Playing ${track.name}`);
    await encodeTrack(track.play(), `${FOLDER}/${track.id}.mp3`);
  }
  say(`Drawing ${DEMO_PICTURES.length} pictures; this takes about two minutes`);
  await drawPictures(FOLDER);
  const manifest = {
    photos: DEMO_PICTURES.map(({ file, name }) => ({ file, name })),
    tracks: DEMO_TRACKS.map(({ id, name, bpm }) => ({ id, file: `${id}.mp3`, name, ...(bpm ? { bpm } : {}) })),
    hook: HOOK,
  };
  writeFileSync(`${FOLDER}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return 0;
});
