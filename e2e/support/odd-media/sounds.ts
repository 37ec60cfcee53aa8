import { readFile, rm, writeFile } from 'node:fs/promises';
import { cachedFixture } from '../fixture-cache.ts';
import { ffmpeg, runProgram } from '../process.ts';
import { byFfmpeg, draftBeside, lavfi, type OddFile } from './odd-file.ts';

/** Sounds of many makers, of three seconds. */

/** Noise that comes and goes, so that a variable bit rate varies. */
function music(layout: string, rate = 44100): string[] {
  const swell = 'volume=0.5+0.5*sin(2*PI*t):eval=frame';
  return lavfi(
    `anoisesrc=d=3:c=pink:r=${rate}:a=0.3:seed=7,${swell},aformat=channel_layouts=${layout}:sample_rates=${rate}`,
  );
}

/** With a picture of the album in it. */
function withCover(name: string, args: readonly string[]): OddFile {
  const cover = lavfi('testsrc=s=400x400:d=1:r=1');
  return {
    name,
    make: () =>
      cachedFixture(name, { cover, args }, async (path) => {
        const picture = draftBeside(path, 'cover.jpg');
        await ffmpeg([...cover, '-frames:v', '1', '-f', 'mjpeg', picture]);
        const inputs = [...music('stereo'), '-i', picture, '-map', '0:a', '-map', '1:v', '-c:v', 'copy'];
        const tags = ['-disposition:v', 'attached_pic', '-metadata', 'title=Süß', '-metadata', 'artist=Somebody'];
        await ffmpeg([...inputs, ...tags, ...args, path]);
        await rm(picture);
      }),
  };
}

function bySox(name: string, args: readonly string[]): OddFile {
  return {
    name,
    make: () =>
      cachedFixture(name, { sox: args }, (path) =>
        runProgram('sox', ['-R', '-n', ...args.slice(0, -SYNTH), path, ...args.slice(-SYNTH)]),
      ),
  };
}

const TONES = ['synth', '3', 'sine', '330'];
const SYNTH = TONES.length;

export const ODD_SOUNDS: readonly OddFile[] = [
  withCover('album.mp3', ['-c:a', 'libmp3lame', '-q:a', '4', '-id3v2_version', '3', '-f', 'mp3']),
  withCover('album.flac', ['-c:a', 'flac', '-f', 'flac']),
  withCover('album.m4a', ['-c:a', 'aac', '-f', 'ipod']),
  byFfmpeg('voice.mp3', [...music('mono', 22050), '-c:a', 'libmp3lame', '-b:a', '48k', '-f', 'mp3']),
  byFfmpeg('without-xing.mp3', [
    ...music('stereo'),
    '-c:a',
    'libmp3lame',
    '-b:a',
    '128k',
    '-write_xing',
    '0',
    '-f',
    'mp3',
  ]),
  byFfmpeg('studio.flac', [...music('stereo', 96000), '-c:a', 'flac', '-sample_fmt', 's32', '-f', 'flac']),
  byFfmpeg('vorbis.ogg', [...music('stereo'), '-c:a', 'libvorbis', '-f', 'ogg']),
  byFfmpeg('opus.opus', [...music('stereo', 48000), '-c:a', 'libopus', '-f', 'opus']),
  byFfmpeg('surround.opus', [...music('5.1', 48000), '-c:a', 'libopus', '-mapping_family', '1', '-f', 'opus']),
  byFfmpeg('surround.wav', [...music('5.1', 48000), '-c:a', 'pcm_s24le', '-f', 'wav']),
  byFfmpeg('float.wav', [...music('stereo', 48000), '-c:a', 'pcm_f32le', '-f', 'wav']),
  byFfmpeg('large.wav', [...music('mono', 48000), '-c:a', 'pcm_s16le', '-rf64', 'always', '-f', 'wav']),
  bySox('studio.wav', ['-r', '96000', '-b', '24', '-c', '2', ...TONES]),
  bySox('telephone.wav', ['-r', '8000', '-b', '8', '-c', '1', ...TONES]),
  byFfmpeg('radio.aac', [...music('stereo'), '-c:a', 'aac', '-f', 'adts']),
  byFfmpeg('mono.aac', [...music('mono', 24000), '-c:a', 'aac', '-f', 'adts']),
  byFfmpeg('memo.m4a', [...music('mono', 48000), '-c:a', 'aac', '-f', 'ipod']),
  byFfmpeg('surround.m4a', [...music('5.1', 48000), '-c:a', 'aac', '-f', 'ipod']),
  byFfmpeg('recording.webm', [...music('mono', 48000), '-c:a', 'libopus', '-f', 'webm']),
  byFfmpeg('sound.mka', [...music('stereo', 48000), '-c:a', 'libvorbis', '-f', 'matroska']),
];

/** Its bytes are noise behind a good beginning. */
export const DAMAGED_SOUND: OddFile = {
  name: 'damaged.flac',
  make: async () => {
    const whole = await byFfmpeg('whole.flac', [...music('stereo'), '-c:a', 'flac', '-f', 'flac']).make();
    return cachedFixture('damaged.flac', { whole: whole.split('/').slice(-2) }, async (path) => {
      const bytes = await readFile(whole);
      bytes.fill(0x5a, 4000);
      await writeFile(path, bytes);
    });
  },
};
