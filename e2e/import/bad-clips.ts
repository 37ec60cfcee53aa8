import { readFile, writeFile } from 'node:fs/promises';
import { cachedFixture } from '../support/fixture-cache.ts';
import { ffmpeg } from '../support/process.ts';

/** An MP4 whose header promises a video track of which not one sample follows. */
export async function movieWithoutSamples(name = 'no-frames.mp4'): Promise<string> {
  const whole = await cachedFixture('fragmented.mp4', 'fragmented', (path) =>
    ffmpeg(
      ['-f', 'lavfi', '-i', 'color=c=red:s=160x160:d=1:r=10', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'].concat([
        '-movflags',
        'empty_moov+frag_keyframe+default_base_moof',
        '-f',
        'mp4',
        path,
      ]),
    ),
  );
  return cachedFixture(name, 'header-only', async (path) => {
    const bytes = await readFile(whole);
    // The header ends where the first fragment begins, four bytes before its name.
    await writeFile(path, bytes.subarray(0, bytes.indexOf('moof') - 4));
  });
}
