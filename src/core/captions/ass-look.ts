import type { Rect, Size } from '../geometry.ts';
import { STYLE_FIELDS } from './ass-head.ts';
import type { CaptionLook } from './looks.ts';
import type { CaptionSpeaker } from './speakers.ts';
import type { Cue } from './transcript.ts';

/** How a look is said in an ASS file, as near as the format comes. */

const FONTS: Record<CaptionLook['family'], string> = { sans: 'Inter', serif: 'Playfair Display' };
/** From here on a font is set in its bold cut: the format knows no other weights. */
const BOLD_WEIGHT = 600;
const INVISIBLE = 0;

/**
 * Whether a file of this look has the times of its words (`\k`). In libass runs of a box overlap, and the edge of a word
 * that is still to come is seen: only a look that colours its words is written by them.
 */
export function writesWordTimes({ animation, box }: CaptionLook): boolean {
  return animation === 'highlight' && box === null;
}

/**
 * Script info and the style `Default` for captions of a picture, and one for each speaker with a colour. The secondary colour is that of a word before it is
 * spoken, where the file has the times of words.
 * @param area in which captions stand, in pixels of the canvas.
 */
export function assHeadOf(
  look: CaptionLook,
  canvas: Size,
  area: Rect,
  speakers: readonly CaptionSpeaker[] = [],
): string {
  const own = speakers.flatMap(({ name, fill }) =>
    fill === null ? [] : [styleOf(styleName(name), { ...look, fill }, canvas, area)],
  );
  return `[Script Info]
ScriptType: v4.00+
PlayResX: ${canvas.width}
PlayResY: ${canvas.height}
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: ${STYLE_FIELDS}
${[styleOf('Default', look, canvas, area), ...own].join('\n')}`;
}

/** Captions with the styles that `assHeadOf` declares for their speakers, where they have none of their own. */
export function styledBySpeaker(cues: readonly Cue[], speakers: readonly CaptionSpeaker[]): Cue[] {
  const coloured = new Set(speakers.filter(({ fill }) => fill !== null).map(({ name }) => name));
  return cues.map((cue) => {
    const { speaker, style } = cue;
    return speaker !== undefined && style === undefined && coloured.has(speaker)
      ? { ...cue, style: styleName(speaker) }
      : cue;
  });
}

/** `Default` is everybody's, and a comma ends a name. */
function styleName(speaker: string): string {
  const name = speaker.replaceAll(',', ';').replace(/^\*+/, '');
  return name === 'Default' || name === '' ? `Speaker ${name}` : name;
}

function styleOf(name: string, look: CaptionLook, canvas: Size, area: Rect): string {
  const scale = Math.min(canvas.width, canvas.height) / 1080;
  const { fill, accent, box, shadow } = look;
  const style = [
    name,
    FONTS[look.family],
    pixels(look.fontPixels * scale),
    assColour(writesWordTimes(look) ? accent : fill, 1),
    assColour(fill, 1),
    // A box is as wide as its outline, and in the outline's colour.
    box ? assColour(box.colour, box.opacity) : assColour(look.stroke, 1),
    assColour(shadow?.colour ?? '#000000', shadow?.opacity ?? INVISIBLE),
    ...[look.fontWeight >= BOLD_WEIGHT ? -1 : 0, 0, 0, 0, 100, 100, 0, 0],
    box ? 3 : 1,
    pixels((box ? box.paddingPixels : look.strokePixels) * scale),
    pixels((box ? 0 : (shadow?.shiftPixels ?? 0)) * scale),
    look.anchor,
    ...[pixels(area.x), pixels(canvas.width - area.x - area.width), pixels(marginV(look, canvas, area)), 1],
  ].join(',');
  return `Style: ${style}`;
}

/** From the edge that the captions stand at; one in the middle has none. */
function marginV({ anchor }: CaptionLook, canvas: Size, area: Rect): number {
  if (anchor >= 7) return area.y;
  return anchor <= 3 ? canvas.height - area.y - area.height : 0;
}

/** `&HAABBGGRR`, in which an alpha of 0 is opaque. @param opacity 0 to 1. */
function assColour(colour: string, opacity: number): string {
  const alpha = Math.round((1 - opacity) * 255)
    .toString(16)
    .padStart(2, '0');
  return `&H${alpha}${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`.toUpperCase();
}

function pixels(value: number): number {
  return Math.round(value);
}
