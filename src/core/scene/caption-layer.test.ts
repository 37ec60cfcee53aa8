import { describe, expect, it } from 'vitest';
import { checkCaptions } from '../captions/check-captions.ts';
import { CAPTION_LOOKS } from '../captions/looks.ts';
import type { Cue } from '../captions/transcript.ts';
import { PLATFORMS } from '../platform/platforms.ts';
import { parseUnicodeRange } from '../text/coverage.ts';
import { frameIndex } from '../units.ts';
import { captionArea, captionLayer, captionText } from './caption-layer.ts';
import { safeArea } from './safe-areas.ts';

const VERTICAL = { width: 1080, height: 1920 };
const CUE: Cue = {
  id: 'c1',
  start: 0,
  end: 2,
  words: [
    { text: 'golden', start: 0, end: 1, confidence: 1 },
    { text: 'hour', start: 1, end: 2, confidence: 1 },
  ],
  lines: [0, 1],
};
const clip = (cue: Cue, look = CAPTION_LOOKS.classic) =>
  ({ kind: 'caption', cue, look, start: frameIndex(0), durationFrames: 60 }) as const;

describe('a caption in a scene', () => {
  it('lies in the middle of the picture, inside what every platform leaves free', () => {
    const area = captionArea(VERTICAL);
    expect(area.x * 2 + area.width).toBe(VERTICAL.width);
    for (const platform of PLATFORMS) {
      const free = safeArea(platform, VERTICAL);
      expect(area.x).toBeGreaterThanOrEqual(free.x);
      expect(area.x + area.width).toBeLessThanOrEqual(free.x + free.width);
      expect(area.y).toBeGreaterThanOrEqual(free.y);
      expect(area.y + area.height).toBeLessThanOrEqual(free.y + free.height);
    }
    expect(captionArea({ width: 1920, height: 1080 })).toEqual({ x: 96, y: 54, width: 1728, height: 972 });
  });

  it('is as large as the picture wants, with all its lengths', () => {
    const { style } = captionLayer(clip(CUE, CAPTION_LOOKS.boxed), 0, { width: 960, height: 540 });
    expect(style.fontPixels).toBe(28);
    expect(style.box?.paddingPixels).toBe(9);
  });

  it('has its own place where it has one', () => {
    const placed = { ...CUE, placement: { anchor: 7, point: { x: 0.25, y: 0.5 } } } as const;
    const { area, anchor } = captionLayer(clip(placed), 0, VERTICAL);
    expect(anchor).toBe(7);
    expect([area.x, area.y]).toEqual([270, 960]);
    expect(captionLayer(clip({ ...CUE, placement: { anchor: 8 } }), 0, VERTICAL).anchor).toBe(8);
  });

  it('is written in capitals where its look says so', () => {
    const layer = captionLayer(clip(CUE, CAPTION_LOOKS.pop), 1, VERTICAL);
    expect(layer.words.map(({ text }) => text)).toEqual(['GOLDEN', 'HOUR']);
    expect(captionText(clip(CUE, CAPTION_LOOKS.pop))).toBe('GOLDEN\nHOUR');
    expect(layer.words.map(({ startsLine }) => startsLine)).toEqual([true, true]);
  });

  it('is checked for characters that no font has', () => {
    const latin = parseUnicodeRange('U+0020-007E');
    expect(checkCaptions([CUE], latin)).toEqual([]);
    const [word] = CUE.words;
    const strange = { ...CUE, lines: [0], words: [{ ...(word ?? { start: 0, end: 1, confidence: 1 }), text: 'ᚠ' }] };
    expect(checkCaptions([strange], latin)[0]).toMatchObject({ severity: 'warning', code: 'caption-glyph-missing' });
    expect(checkCaptions([strange], latin)[0]?.message).toContain('“ᚠ”');
  });
});
