import { describe, expect, it } from 'vitest';
import { captionArea } from '../scene/caption-layer.ts';
import { parseAss, writeAss } from './ass.ts';
import { assHeadOf, writesWordTimes } from './ass-look.ts';
import { CAPTION_LOOK_NAMES, CAPTION_LOOKS, type CaptionLookName } from './looks.ts';

const CANVAS = { width: 1080, height: 1920 };
const AREA = captionArea(CANVAS);
const head = (name: CaptionLookName) => assHeadOf(CAPTION_LOOKS[name], CANVAS, AREA);

/** Fields of the style by their names. */
function styleOf(name: CaptionLookName): Record<string, string> {
  const line = (start: string) =>
    head(name)
      .split('\n')
      .findLast((each) => each.startsWith(start))
      ?.slice(start.length)
      .split(',')
      .map((field) => field.trim()) ?? [];
  const values = line('Style:');
  return Object.fromEntries(line('Format:').map((field, index) => [field, values[index] ?? '']));
}

describe('a look in an ASS file', () => {
  it.each(CAPTION_LOOK_NAMES)('is one that can be read: %s', (name) => {
    const file = parseAss(writeAss([], { head: head(name) }));
    expect(file.head).toContain('Style: Default,');
    expect(Object.values(styleOf(name))).toHaveLength(23);
  });

  it('has the font, size, colours, edge and place of the look', () => {
    expect(styleOf('luxury-gold')).toMatchObject({
      Fontname: 'Playfair Display',
      Fontsize: '74',
      PrimaryColour: '&H0037AFD4',
      OutlineColour: '&H0006121A',
      Outline: '3',
      Bold: '-1',
      Alignment: '2',
    });
    expect(Number(styleOf('luxury-gold').MarginV)).toBe(Math.round(CANVAS.height - AREA.y - AREA.height));
    expect(styleOf('boxed')).toMatchObject({ BorderStyle: '3', OutlineColour: '&H47000000', Outline: '18' });
  });

  it('colours words as they are spoken where the look does', () => {
    expect(styleOf('karaoke')).toMatchObject({ PrimaryColour: '&H004AD8FF', SecondaryColour: '&H00FFFFFF' });
    expect(styleOf('classic')).toMatchObject({ PrimaryColour: '&H00FFFFFF', SecondaryColour: '&H00FFFFFF' });
    expect(CAPTION_LOOK_NAMES.filter((name) => writesWordTimes(CAPTION_LOOKS[name]))).toEqual(['karaoke']);
  });
});
