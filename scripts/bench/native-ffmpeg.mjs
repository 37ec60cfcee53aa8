import { capture } from '../lib/run.mjs';

/**
 * The composition of DESIGN.md by ffmpeg's own filters: what a server would run. It draws the same picture but for the
 * emoji, which drawtext cannot draw in colour, and takes the atmosphere from a clip, as the servers did.
 */

/**
 * @typedef {object} NativeJob
 * @property {readonly string[]} pictures photos of 1200x1800, or clips
 * @property {(count: number, seconds: number) => string[]} content filters that make `[content]`, 946x1680 or 900x1600
 *   with or without alpha, from the first `count` inputs
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
function commandFor({ pictures, content, track, atmosphere, seconds, text, out }, font) {
  const inputs = pictures.flatMap((path) => ['-i', path]);
  const [trackIndex, clipIndex] = [pictures.length, pictures.length + 1];
  const graph = [...content(pictures.length, seconds), ...aroundContent({ clipIndex, seconds, text, font })].join(';');
  return [
    ...['-nostdin', '-v', 'error', '-y', ...inputs, '-i', track, '-stream_loop', '-1', '-i', atmosphere],
    ...['-filter_complex', graph],
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
 * Photos one after the other, each growing from 900x1600 to 945x1680.
 * @param {number} count @param {number} seconds @returns {string[]}
 */
export function photoContent(count, seconds) {
  const frames = (seconds * FPS) / count;
  const photos = Array.from({ length: count }, (_, index) => {
    // A transparent margin of 5 % lets zoompan, whose output has one size, draw a picture that grows.
    const margin = 'format=yuva420p,pad=946:1680:(ow-iw)/2:(oh-ih)/2:color=black@0';
    const zoom = `zoompan=z='1+0.05*on/${frames - 1}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=${frames}:s=946x1680:fps=${FPS}`;
    return `[${index}:v]${FITTED},${margin},${zoom}[photo${index}]`;
  });
  const labels = Array.from({ length: count }, (_, index) => `[photo${index}]`).join('');
  return [...photos, `${labels}concat=n=${count}:v=1:a=0[content]`];
}

/**
 * Clips that fade into each other, graded by a colour matrix.
 * @param {number} fadeSeconds
 * @param {string} matrix arguments of `colorchannelmixer`
 * @returns {(count: number, seconds: number) => string[]}
 */
export function clipContent(fadeSeconds, matrix) {
  return (count, seconds) => {
    const slot = seconds / count;
    const clips = Array.from({ length: count }, (_, index) => {
      const length = slot + fadeSeconds;
      const cut = `trim=duration=${length},setpts=PTS-STARTPTS,fps=${FPS}`;
      return `[${index}:v]${cut},${FITTED},format=gbrp,colorchannelmixer=${matrix},format=yuv420p[clip${index}]`;
    });
    const fades = Array.from({ length: count - 1 }, (_, index) => {
      const before = index === 0 ? '[clip0]' : `[fade${index - 1}]`;
      const after = index === count - 2 ? '[content]' : `[fade${index}]`;
      const offset = slot * (index + 1);
      return `${before}[clip${index + 1}]xfade=transition=fade:duration=${fadeSeconds}:offset=${offset}${after}`;
    });
    return [...clips, ...fades];
  };
}

const FITTED =
  'scale=900:1600:force_original_aspect_ratio=increase:out_color_matrix=bt709:out_range=tv,crop=900:1600,setsar=1';

/**
 * Everything but the content: ground and atmosphere below it, frame and hook above it.
 * @param {{ clipIndex: number, seconds: number, text: string, font: string }} facts
 * @returns {string[]}
 */
function aroundContent({ clipIndex, seconds, text, font }) {
  const words = text.replaceAll(/[\\':%]/g, '');
  const style = `fontfile=${font}:fontsize=60:fontcolor=white:borderw=2:bordercolor=black`;
  return [
    `color=c=0x050505:s=1080x1920:r=${FPS}:d=${seconds},format=yuv420p[ground]`,
    `[${clipIndex}:v]fps=${FPS},format=yuva420p,colorchannelmixer=aa=0.7[glitter]`,
    '[ground][glitter]overlay=shortest=1[deep]',
    '[deep][content]overlay=x=(W-w)/2:y=(H-h)/2[filled]',
    '[filled]drawbox=c=0xD4AF37:t=10[framed]',
    `[framed]drawtext=text='${words}':${style}:x=(w-text_w)/2:y=200-text_h/2[picture]`,
  ];
}
