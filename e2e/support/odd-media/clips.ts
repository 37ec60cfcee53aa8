import { readFile, writeFile } from 'node:fs/promises';
import { cachedFixture } from '../fixture-cache.ts';
import { transportStream } from '../odd-clips.ts';
import { byFfmpeg, lavfi, type OddFile, remade } from './odd-file.ts';

/** Clips of many makers. Short and small: it is their headers that are odd. */

interface Picture {
  readonly size?: string;
  readonly rate?: string;
  readonly seconds?: number;
  /** Of lavfi, behind the picture. */
  readonly filter?: string;
}

function scene({ size = '320x180', rate = '30', seconds = 2, filter = 'null' }: Picture = {}): string[] {
  return lavfi(`testsrc2=s=${size}:r=${rate}:d=${seconds},${filter}`);
}

function tone(layout: string, seconds = 2): string[] {
  return lavfi(`sine=frequency=440:sample_rate=48000:duration=${seconds},aformat=channel_layouts=${layout}`);
}

const BT709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
const BT601 = ['-colorspace', 'smpte170m', '-color_primaries', 'smpte170m', '-color_trc', 'smpte170m'];
const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p'];
const HEVC = [
  ...['-c:v', 'libx265', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-tag:v', 'hvc1'],
  ...['-x265-params', 'log-level=error'],
];
const VP8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '400k', '-pix_fmt', 'yuv420p'];
const VP9 = ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '400k', '-pix_fmt', 'yuv420p'];
const AV1 = ['-c:v', 'libaom-av1', '-cpu-used', '8', '-usage', 'realtime', '-b:v', '400k', '-pix_fmt', 'yuv420p'];
const AAC = ['-c:a', 'aac', '-b:a', '96k'];
const MP4 = ['-f', 'mp4'];
const MOV = ['-f', 'mov'];
const WEBM = ['-f', 'webm'];
const MKV = ['-f', 'matroska'];

const PHONE = byFfmpeg('phone.mp4', [
  ...scene({ rate: '30000/1001' }),
  ...tone('stereo'),
  ...H264,
  ...BT709,
  ...AAC,
  ...MP4,
]);

function turned(degrees: 90 | 180 | 270): OddFile {
  return remade(`turned-${degrees}.mp4`, PHONE, ['-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`, ...MP4]);
}

/** Three of seven pictures are there. */
const GAPS = `select='lt(mod(n\\,7)\\,3)'`;

/** 30 pictures a second at first, 15 from the twelfth second on: behind what readers look at first. */
const SLOWING = `select='lt(n\\,360)+not(mod(n\\,2))'`;

/** Browsers play these as they are. */
export const PLAYED_CLIPS: readonly OddFile[] = [
  PHONE,
  ...([90, 180, 270] as const).map(turned),
  remade('turned-90.mov', PHONE, ['-c', 'copy', '-metadata:s:v:0', 'rotate=90', ...MOV]),
  byFfmpeg('film.mov', [...scene({ rate: '24000/1001' }), ...H264, ...BT709, ...MOV]),
  byFfmpeg('sport.mp4', [...scene({ rate: '60000/1001' }), ...H264, ...MP4]),
  byFfmpeg('slow-motion.mp4', [...scene({ rate: '120' }), ...H264, ...MP4]),
  byFfmpeg('old-camera.mkv', [...scene({ rate: '12' }), ...H264, ...MKV]),
  byFfmpeg('gaps.mp4', [...scene({ filter: GAPS }), ...H264, '-fps_mode', 'vfr', ...MP4]),
  byFfmpeg('gaps.webm', [...scene({ filter: GAPS }), ...VP9, '-fps_mode', 'vfr', ...WEBM]),
  byFfmpeg('slowing.mp4', [...scene({ seconds: 24, filter: SLOWING }), ...H264, '-fps_mode', 'vfr', ...MP4]),
  byFfmpeg('wide-pixels.mp4', [...scene({ size: '720x576', filter: 'setsar=64/45' }), ...H264, ...MP4]),
  byFfmpeg('narrow-pixels.mkv', [...scene({ size: '720x480', filter: 'setsar=8/9' }), ...H264, ...MKV]),
  byFfmpeg('wide-pixels.webm', [...scene({ size: '352x288', filter: 'setsar=16/11' }), ...VP9, ...WEBM]),
  remade(
    'wide-pixels-turned.mp4',
    byFfmpeg('wide-lying.mp4', [...scene({ size: '352x288', filter: 'setsar=16/11' }), ...H264, ...MP4]),
    ['-c', 'copy', '-metadata:s:v:0', 'rotate=90', ...MP4],
  ),
  byFfmpeg('odd-size.webm', [...scene({ size: '853x481', seconds: 1 }), ...VP9, ...WEBM]),
  byFfmpeg('odd-size-av1.mp4', [...scene({ size: '319x181', seconds: 1 }), ...AV1, ...MP4]),
  byFfmpeg('not-of-blocks.mp4', [...scene({ size: '322x182', seconds: 1 }), ...H264, ...MP4]),
  byFfmpeg('vorbis.webm', [...scene(), ...tone('stereo'), ...VP8, '-c:a', 'libvorbis', ...WEBM]),
  byFfmpeg('opus.webm', [...scene(), ...tone('mono'), ...VP9, '-c:a', 'libopus', ...WEBM]),
  byFfmpeg('av1.webm', [...scene({ seconds: 1 }), ...tone('stereo', 1), ...AV1, '-c:a', 'libopus', ...WEBM]),
  byFfmpeg('av1.mkv', [...scene({ seconds: 1, rate: '25' }), ...AV1, ...BT709, ...MKV]),
  byFfmpeg('vp9.mp4', [...scene({ rate: '25' }), ...VP9, ...BT709, ...MP4]),
  byFfmpeg('mp3-sound.mkv', [...scene(), ...tone('stereo'), ...H264, '-c:a', 'libmp3lame', ...MKV]),
  byFfmpeg('flac-sound.mkv', [...scene(), ...tone('mono'), ...H264, '-c:a', 'flac', ...MKV]),
  byFfmpeg('pcm-sound.mov', [...scene(), ...tone('stereo'), ...H264, '-c:a', 'pcm_s16le', ...MOV]),
  byFfmpeg('surround.mp4', [...scene(), ...tone('5.1'), ...H264, ...AAC, ...MP4]),
  byFfmpeg('mono.mp4', [...scene(), ...tone('mono'), ...H264, ...AAC, '-ar', '44100', ...MP4]),
  byFfmpeg('sound-lasts-longer.mp4', [...scene({ seconds: 1 }), ...tone('stereo', 3), ...H264, ...AAC, ...MP4]),
  byFfmpeg('sound-begins-first.mp4', [
    ...['-itsoffset', '0.5', ...scene(), ...tone('stereo')],
    ...['-map', '0:v', '-map', '1:a', ...H264, ...AAC, ...MP4],
  ]),
  // Its edit list leaves out what lies between the key picture and the cut.
  remade('cut-between-keys.mp4', PHONE, ['-c', 'copy', ...MP4], ['-ss', '0.7']),
  byFfmpeg('whole-group.mp4', [...scene(), ...tone('stereo'), ...H264, '-bf', '3', ...AAC, ...MP4]),
  byFfmpeg('fragments.mp4', [
    ...[...scene(), ...tone('stereo'), ...H264, ...AAC, '-g', '30'],
    ...['-movflags', 'frag_keyframe+empty_moov+default_base_moof', ...MP4],
  ]),
  byFfmpeg('index-first.mp4', [...scene(), ...H264, '-movflags', '+faststart', ...MP4]),
  byFfmpeg('as-recorded.webm', [...scene(), ...tone('mono'), ...VP8, '-c:a', 'libopus', '-live', '1', ...WEBM]),
  byFfmpeg('full-range.mp4', [
    ...[...scene({ filter: 'scale=out_range=pc,format=yuvj420p' }), '-c:v', 'libx264', '-preset', 'veryfast'],
    ...['-pix_fmt', 'yuvj420p', '-color_range', 'pc', ...MP4],
  ]),
  byFfmpeg('standard-definition.mp4', [...scene({ size: '352x240' }), ...H264, ...BT601, '-color_range', 'tv', ...MP4]),
  byFfmpeg('two-tracks.mp4', [
    ...[...scene(), ...scene({ size: '160x90' }), '-map', '0:v', '-map', '1:v', '-disposition:v:0', 'default'],
    ...[...H264, ...MP4],
  ]),
  byFfmpeg('one-picture.mp4', [...scene({ seconds: 1 }), ...H264, '-frames:v', '1', ...MP4]),
  { name: 'recorder.ts', make: transportStream },
];

/** These are converted for the page; what they are stays what ffprobe says. */
export const CONVERTED_CLIPS: readonly OddFile[] = [
  byFfmpeg('hevc.mp4', [
    ...scene({ rate: '30000/1001', seconds: 1 }),
    ...tone('stereo', 1),
    ...HEVC,
    ...BT709,
    ...AAC,
    ...MP4,
  ]),
  byFfmpeg('hevc-large.mov', [...scene({ size: '2560x1440', rate: '24', seconds: 0.5 }), ...HEVC, ...BT709, ...MOV]),
  remade('hevc-turned.mov', byFfmpeg('hevc-lying.mov', [...scene({ seconds: 1 }), ...HEVC, ...MOV]), [
    ...['-c', 'copy', '-metadata:s:v:0', 'rotate=90', ...MOV],
  ]),
  byFfmpeg('hevc.mkv', [...scene({ rate: '25', seconds: 1 }), ...HEVC, ...MKV]),
  byFfmpeg('surround-ac3.mkv', [...scene({ seconds: 1 }), ...tone('5.1', 1), ...H264, '-c:a', 'ac3', ...MKV]),
  byFfmpeg('camcorder.avi', [
    ...[...scene({ rate: '25', seconds: 1 }), ...tone('stereo', 1), '-c:v', 'mpeg4', '-q:v', '3'],
    ...['-c:a', 'pcm_s16le', '-f', 'avi'],
  ]),
  byFfmpeg('camera.avi', [
    ...[...scene({ size: '333x187', rate: '15', seconds: 1 }), '-c:v', 'mjpeg', '-q:v', '3', '-pix_fmt', 'yuvj420p'],
    ...['-f', 'avi'],
  ]),
  byFfmpeg('edit.mov', [
    ...scene({ rate: '25', seconds: 1, filter: 'format=yuv422p10le' }),
    '-c:v',
    'prores_ks',
    ...BT709,
    ...MOV,
  ]),
];

/** Its beginning promises pictures that its missing half held. */
export const CUT_OFF_CLIP: OddFile = {
  name: 'download.mp4',
  make: async () => {
    const whole = await byFfmpeg('whole.mp4', [...scene({ filter: 'noise=alls=40:allf=t' }), ...H264, ...MP4]).make();
    return cachedFixture('download.mp4', { whole: whole.split('/').slice(-2) }, async (path) => {
      const bytes = await readFile(whole);
      await writeFile(path, bytes.subarray(0, bytes.length / 2));
    });
  },
};
