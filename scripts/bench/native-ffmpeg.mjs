import { capture } from '../lib/run.mjs';

/**
 * The composition of DESIGN.md by ffmpeg's own filters: what a server would run. It draws the same picture but for the
 * emoji, which drawtext cannot draw in colour, and takes the atmosphere from a clip, as the servers did.
 */

/**
 * @typedef {object} NativeJob
 * @property {readonly string[]} photos 1200x1800
 * @property {string} track
 * @property {string} atmosphere a clip that is looped
 * @property {number} seconds
 * @property {string} text
 * @property {string} out
 */

const FPS = 30;

/** File of a bold sans of this machine. */
async function boldFont() {
  const { stdout } = await capture('fc-match', ['-f', '%{file}', 'Liberation Sans:bold']);
  return stdout;
}

/** Renders the job. @param {NativeJob} job @returns {Promise<number>} how long it took, in seconds. */
export async function renderNatively(job) {
  const started = performance.now();
  const { code, stderr } = await capture('ffmpeg', commandFor(job, await boldFont()));
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}:\n${stderr.slice(-2000)}`);
  return (performance.now() - started) / 1000;
}

/** @param {NativeJob} job @param {string} font @returns {string[]} */
function commandFor({ photos, track, atmosphere, seconds, text, out }, font) {
  const photoInputs = photos.flatMap((photo) => ['-i', photo]);
  const [trackIndex, clipIndex] = [photos.length, photos.length + 1];
  return [
    ...['-nostdin', '-v', 'error', '-y', ...photoInputs, '-i', track, '-stream_loop', '-1', '-i', atmosphere],
    ...['-filter_complex', filterGraph({ photoCount: photos.length, clipIndex, seconds, text, font })],
    ...['-map', '[picture]', '-map', `${trackIndex}:a`, '-t', String(seconds)],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-profile:v',
      'high',
      '-b:v',
      '7M',
      '-g',
      '60',
      '-pix_fmt',
      'yuv420p',
    ],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-af', `afade=t=out:st=${seconds - 1.5}:d=1.5`, '-c:a', 'aac', '-b:a', '192k', '-ar', '48000', '-ac', '2'],
    ...['-movflags', '+faststart', out],
  ];
}

/**
 * @param {{ photoCount: number, clipIndex: number, seconds: number, text: string, font: string }} facts
 * @returns {string}
 */
function filterGraph({ photoCount, clipIndex, seconds, text, font }) {
  const frames = (seconds * FPS) / photoCount;
  const toBt709 = 'out_color_matrix=bt709:out_range=tv';
  const photos = Array.from({ length: photoCount }, (_, index) => {
    // A transparent margin of 5 % lets zoompan, whose output has one size, draw a picture that grows.
    const fitted = `scale=900:1600:force_original_aspect_ratio=increase:${toBt709},crop=900:1600,setsar=1`;
    const margin = 'format=yuva420p,pad=946:1680:(ow-iw)/2:(oh-ih)/2:color=black@0';
    const zoom = `zoompan=z='1+0.05*on/${frames - 1}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=${frames}:s=946x1680:fps=${FPS}`;
    return `[${index}:v]${fitted},${margin},${zoom}[photo${index}]`;
  });
  const labels = Array.from({ length: photoCount }, (_, index) => `[photo${index}]`).join('');
  const words = text.replaceAll(/[\\':%]/g, '');
  const style = `fontfile=${font}:fontsize=60:fontcolor=white:borderw=2:bordercolor=black`;
  return [
    ...photos,
    `${labels}concat=n=${photoCount}:v=1:a=0[photos]`,
    `color=c=0x050505:s=1080x1920:r=${FPS}:d=${seconds},format=yuv420p[ground]`,
    `[${clipIndex}:v]fps=${FPS},format=yuva420p,colorchannelmixer=aa=0.7[glitter]`,
    '[ground][glitter]overlay=shortest=1[deep]',
    '[deep][photos]overlay=x=(W-w)/2:y=(H-h)/2[content]',
    '[content]drawbox=c=0xD4AF37:t=10[framed]',
    `[framed]drawtext=text='${words}':${style}:x=(w-text_w)/2:y=200-text_h/2[picture]`,
  ].join(';');
}
