import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { frameAtSeconds, MICROSECONDS_PER_SECOND } from '#core/units.ts';
import { isFrozen, misplacedFrames } from '#core/verify/misplaced.ts';
import { checkAtLeast, checkAtMost, checkIs, type OutputCheck, unmeasured } from '#core/verify/output-report.ts';
import { blockMeans, isLit, lumaPoints } from '#core/verify/picture-measures.ts';
import { lengthOf, longestStretches, type Stretch } from '#core/verify/stretches.ts';
import { coloursInWords, decodedColoursInWords, WANTED_COLOURS } from './colours.ts';
import { decodedFrames } from './decoded-frames.ts';
import type { DrawnFrames } from './drawn-frames.ts';
import type { OutputFile } from './output-file.ts';
import { PictureReader } from './picture-reader.ts';
import { PictureWatch, type StillStretch } from './picture-watch.ts';

/** Lowest likeness of a frame to what the compositor drew, in dB; README.md says what was measured. */
const LOWEST_DECIBELS = 24;
/** So many suspicious stretches of a kind, the longest, are compared with the compositor. */
const MOST_STRETCHES = 8;
/** A decoder's timestamps are whole microseconds, and may lie just before their frame. */
const ROUNDING_SECONDS = 0.001;

interface Pictures {
  readonly decoded: number;
  /** As the stream itself says. */
  readonly colours: string;
  readonly lowestDecibels: number;
  readonly misplaced: number;
  readonly black: number;
  readonly frozen: number;
}

/**
 * Decodes every frame. Each is looked at for black and standstill, at a grid of points; some are compared with the
 * compositor's. What looks wrong by itself may be meant, so it is compared with the compositor too.
 * @throws StudioError `render-stalled`, and as the parts do.
 */
export async function checkPictures(
  file: OutputFile,
  drawn: DrawnFrames,
  size: Size,
  onFrame: (done: number) => void,
): Promise<OutputCheck[]> {
  const frames = drawn.timeline.durationFrames;
  const { decoderConfig } = file;
  if (!decoderConfig) {
    const blank = { decoded: 0, colours: WANTED_COLOURS, lowestDecibels: 0, misplaced: 0, black: 0, frozen: 0 };
    const [colours, ...rest] = checksOf(blank, file, frames);
    return [...(colours ? [colours] : []), ...rest.map(unmeasured)];
  }
  return checksOf(await lookAt(file, decoderConfig, drawn, size, onFrame), file, frames);
}

function checksOf(pictures: Pictures, { facts }: OutputFile, frames: number): OutputCheck[] {
  const tagged = facts.colours ? coloursInWords(facts.colours) : 'unmarked';
  return [
    checkIs('colours', tagged === WANTED_COLOURS ? pictures.colours : tagged, WANTED_COLOURS),
    checkIs('decodedFrames', pictures.decoded, frames),
    checkIs('blackFrames', pictures.black, 0),
    checkIs('frozenFrames', pictures.frozen, 0),
    checkAtLeast('lowestPictureDecibels', pictures.lowestDecibels, LOWEST_DECIBELS),
    checkAtMost('misplacedFrames', pictures.misplaced, 0),
  ];
}

async function lookAt(
  file: OutputFile,
  config: VideoDecoderConfig,
  drawn: DrawnFrames,
  size: Size,
  onFrame: (done: number) => void,
): Promise<Pictures> {
  const { durationFrames, frameRate } = drawn.timeline;
  const reader = new PictureReader(size);
  const watch = new PictureWatch(drawn, size);
  let decoded = 0;
  let colours = WANTED_COLOURS;
  try {
    for await (const picture of decodedFrames(file.packets(), config)) {
      try {
        const frame = frameAtSeconds(picture.timestamp / MICROSECONDS_PER_SECOND + ROUNDING_SECONDS, frameRate);
        if (decoded === 0) colours = decodedColoursInWords(picture.colorSpace);
        if (frame < durationFrames) await watch.see(frame, await reader.read(picture));
      } finally {
        picture.close();
      }
      onFrame(++decoded);
    }
  } catch (error) {
    // A stream that breaks off is what the check is for; it counts what came before. Our own errors are others.
    if (error instanceof StudioError) throw error;
  }
  watch.finish();
  return {
    decoded,
    colours,
    lowestDecibels: watch.compared.length > 0 ? watch.lowestDecibels : 0,
    misplaced: misplacedFrames(watch.compared).length,
    black: await countBlack(watch.black, drawn, size),
    frozen: await longestFreeze(watch.still, drawn, size),
  };
}

/** Frames that are black where the compositor's are not. */
async function countBlack(stretches: readonly Stretch[], drawn: DrawnFrames, size: Size): Promise<number> {
  let count = 0;
  for (const stretch of longestStretches(stretches, MOST_STRETCHES)) {
    const { first, last } = stretch;
    const looked = new Set([first, Math.floor((first + last) / 2), last]);
    let lit = 0;
    for (const frame of looked) if (isLit(lumaPoints(await drawn.draw(frame), size))) lit++;
    count += Math.round((lengthOf(stretch) * lit) / looked.size);
  }
  return count;
}

/** Length of the longest standstill during which the compositor's picture moves on; 0 without one. */
async function longestFreeze(stretches: readonly StillStretch[], drawn: DrawnFrames, size: Size): Promise<number> {
  let longest = 0;
  for (const stretch of longestStretches(stretches, MOST_STRETCHES)) {
    const drawnAtStart = blockMeans(await drawn.draw(stretch.first), size);
    const drawnAtEnd = blockMeans(await drawn.draw(stretch.last), size);
    if (isFrozen({ found: stretch.found, drawnAtStart, drawnAtEnd })) longest = Math.max(longest, lengthOf(stretch));
  }
  return longest;
}
