import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg } from './process.ts';

/** Finished videos with one thing wrong in each. The good one is a 30 frames/s MP4 of 6 s with sound. */

const TAGS = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
/** Good enough that encoding again is not what is noticed. */
const PICTURES = [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '14',
  '-g',
  '60',
  '-bf',
  '0',
  ...TAGS,
  '-c:a',
  'copy',
];
const SOUND = ['-c:v', 'copy', '-c:a', 'aac', '-b:a', '192k'];

/** Order of the three pieces of 2 s of which the second and third have changed places. */
const SWAPPED = [
  '[0:v]split=3[a][b][c]',
  '[a]trim=start_frame=0:end_frame=60,setpts=PTS-STARTPTS[x]',
  '[b]trim=start_frame=120:end_frame=180,setpts=PTS-STARTPTS[y]',
  '[c]trim=start_frame=60:end_frame=120,setpts=PTS-STARTPTS[z]',
  '[x][y][z]concat=n=3,setpts=N/30/TB[out]',
].join(';');
const FROZEN = '[0:v]split[a][b];[a][b]freezeframes=first=70:last=99:replace=70[out]';
/** Frame 119 is shown in place of 120 too: neither their number nor their times change. */
const REPEATED = '[0:v]split[a][b];[a][b]freezeframes=first=120:last=120:replace=119[out]';

/** The file's own clock ticks once a frame, so 12 ms need a finer one. */
const LATE = [
  '-vf',
  "settb=1/30000,setpts='if(eq(N\\,50)\\,PTS+0.012/TB\\,PTS)'",
  '-fps_mode',
  'passthrough',
  '-enc_time_base',
  '1/30000',
];

/** ffmpeg's arguments behind the good video, by what they spoil. */
const RECIPES = {
  'encoded again': ['-vf', 'null', ...PICTURES],
  'without frame 59': ['-c', 'copy', '-bsf:v', 'noise=drop=eq(n\\,59)'],
  'with frame 40 twice': ['-vf', 'loop=loop=1:size=1:start=40,setpts=N/30/TB', ...PICTURES],
  'with frame 50 12 ms late': [...LATE, ...PICTURES],
  'half a second black': ['-vf', "drawbox=color=black:t=fill:enable='between(n,70,84)'", ...PICTURES],
  'one black frame': ['-vf', "drawbox=color=black:t=fill:enable='eq(n,71)'", ...PICTURES],
  'frozen for a second': ['-filter_complex', FROZEN, '-map', '[out]', '-map', '0:a', ...PICTURES],
  'repeating a frame at the cut': ['-filter_complex', REPEATED, '-map', '[out]', '-map', '0:a', ...PICTURES],
  'with pieces swapped': ['-filter_complex', SWAPPED, '-map', '[out]', '-map', '0:a', ...PICTURES],
  'full range in the stream': ['-c', 'copy', '-bsf:v', 'h264_metadata=video_full_range_flag=1'],
  'BT.601 in the stream': ['-c', 'copy', '-bsf:v', 'h264_metadata=matrix_coefficients=6:colour_primaries=6'],
  silent: ['-af', 'volume=0', ...SOUND],
  'silent for half a second': ['-af', "volume=0:enable='between(t,2,2.5)'", ...SOUND],
  'without sound': ['-c', 'copy', '-an'],
} as const;

export type Spoilt =
  | keyof typeof RECIPES
  | 'with sound 60 ms late'
  | 'with sound 60 ms early'
  | 'with other sound'
  | 'cut off'
  | 'cut short';

/** @returns the path of a spoilt copy in `folder`. */
export async function spoiltVideo(good: string, kind: Spoilt, folder: string): Promise<string> {
  const path = join(folder, `${kind.replaceAll(' ', '-')}.mp4`);
  const output = ['-movflags', '+faststart', '-f', 'mp4', path];
  if (kind === 'with sound 60 ms late' || kind === 'with sound 60 ms early') {
    const offset = kind.endsWith('late') ? '0.06' : '-0.06';
    const both = ['-i', good, '-itsoffset', offset, '-i', good, '-map', '0:v', '-map', '1:a', '-c', 'copy'];
    await ffmpeg([...both, ...output]);
  } else if (kind === 'cut off' || kind === 'cut short') {
    const bytes = await readFile(good);
    await writeFile(path, bytes.subarray(0, kind === 'cut off' ? bytes.length * 0.6 : 900));
  } else if (kind === 'with other sound') {
    const tone = ['-f', 'lavfi', '-i', 'aevalsrc=0.3*sin(2*PI*331*t)|0.3*sin(2*PI*331*t):s=48000:d=6'];
    await ffmpeg(['-i', good, ...tone, '-map', '0:v', '-map', '1:a', ...SOUND, ...output]);
  } else {
    await ffmpeg(['-i', good, ...RECIPES[kind], ...output]);
  }
  return path;
}
