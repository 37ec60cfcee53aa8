import { boxOpacity, wordStates } from '../captions/animate.ts';
import { cueText } from '../captions/cue-text.ts';
import type { CaptionLook } from '../captions/looks.ts';
import type { Cue } from '../captions/transcript.ts';
import type { Rect, Size } from '../geometry.ts';
import { REFERENCE_SHORT_SIDE } from '../render/settings.ts';
import type { CaptionClip } from '../timeline/timeline.ts';
import { commonSafeArea } from './safe-areas.ts';
import type { CaptionLayer, CaptionStyle } from './scene.ts';

/** What screens may cut off at each side, where no platform's app says more (SMPTE ST 2046-1: 90 % are safe for titles). */
const TITLE_MARGIN = 0.05;

/** @param time seconds on the timeline. */
export function captionLayer(
  { cue, look }: Pick<CaptionClip, 'cue' | 'look'>,
  time: number,
  canvas: Size,
): CaptionLayer {
  const states = wordStates(cue, look, time);
  return {
    kind: 'caption',
    words: cue.words.map(({ text, joined = false }, index) => ({
      text: look.uppercase ? text.toUpperCase() : text,
      joined,
      startsLine: cue.lines.includes(index),
      ...(states[index] ?? { opacity: 0, scale: 1, colour: look.fill, visibleCharacters: null }),
    })),
    ...place(cue, look, canvas),
    style: scaledStyle(look, Math.min(canvas.width, canvas.height) / REFERENCE_SHORT_SIDE),
    boxOpacity: boxOpacity(cue, look, time),
  };
}

/** The characters that are drawn. */
export function captionText({ cue, look }: Pick<CaptionClip, 'cue' | 'look'>): string {
  return look.uppercase ? cueText(cue).toUpperCase() : cueText(cue);
}

/** What every platform leaves free, narrowed so that its middle is the picture's: a caption is centred on that. */
export function captionArea(canvas: Size): Rect {
  const free = commonSafeArea(canvas);
  const [right, bottom] = [canvas.width - free.x - free.width, canvas.height - free.y - free.height];
  const side = Math.max(free.x, right, canvas.width * TITLE_MARGIN);
  const top = Math.max(free.y, canvas.height * TITLE_MARGIN);
  const below = Math.max(bottom, canvas.height * TITLE_MARGIN);
  return { x: side, y: top, width: canvas.width - 2 * side, height: canvas.height - top - below };
}

function place({ placement }: Cue, look: CaptionLook, canvas: Size): Pick<CaptionLayer, 'area' | 'anchor'> {
  const area = captionArea(canvas);
  const anchor = placement?.anchor ?? look.anchor;
  const point = placement?.point;
  if (!point) return { area, anchor };
  // An area of the same size that has the point where the anchor is.
  const [column, row] = [(anchor - 1) % 3, 2 - Math.floor((anchor - 1) / 3)];
  const x = point.x * canvas.width - (area.width * column) / 2;
  const y = point.y * canvas.height - (area.height * row) / 2;
  return { area: { ...area, x, y }, anchor };
}

function scaledStyle(look: CaptionLook, scale: number): CaptionStyle {
  const { family, fontWeight, lineHeight, stroke, shadow, box } = look;
  return {
    family,
    fontWeight,
    lineHeight,
    stroke,
    fontPixels: look.fontPixels * scale,
    strokePixels: look.strokePixels * scale,
    shadow: shadow && {
      ...shadow,
      blurPixels: shadow.blurPixels * scale,
      shiftPixels: shadow.shiftPixels * scale,
    },
    box: box && { ...box, paddingPixels: box.paddingPixels * scale, radiusPixels: box.radiusPixels * scale },
  };
}
