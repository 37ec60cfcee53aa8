import { describe, expect, it } from 'vitest';
import { containsRect } from '../geometry.ts';
import { PLATFORMS } from '../platform/platforms.ts';
import { LOGO_CORNERS, LOGO_MARGIN, LOGO_SIZE, logoOf } from '../project/logo.ts';
import { bannerBox } from './composition.ts';
import { logoArea } from './logo-area.ts';
import { safeArea } from './safe-areas.ts';

const VERTICAL = { width: 1080, height: 1920 };
const WIDE = { width: 400, height: 100 };

describe('a logo', () => {
  it.each(LOGO_CORNERS)('stays within what every platform leaves free, at any size: %s', (corner) => {
    for (const size of [LOGO_SIZE.least, 0.2, LOGO_SIZE.most]) {
      for (const margin of [LOGO_MARGIN.least, LOGO_MARGIN.most]) {
        for (const source of [WIDE, { width: 100, height: 400 }, { width: 1, height: 1 }]) {
          const area = logoArea({ corner, size, margin }, source, VERTICAL, null);
          for (const platform of PLATFORMS) expect(containsRect(safeArea(platform, VERTICAL), area)).toBe(true);
        }
      }
    }
  });

  it('keeps its proportions, its longer side as long as asked', () => {
    expect(logoArea(logoOf('l'), WIDE, VERTICAL, null)).toMatchObject({ width: 216, height: 54 });
    const tall = logoArea(logoOf('l'), { width: 100, height: 400 }, VERTICAL, null);
    expect([tall.width, tall.height]).toEqual([54, 216]);
  });

  it('goes below a hook that stands where it would lie', () => {
    const square = { width: 1080, height: 1080 };
    const text = bannerBox(square);
    const area = logoArea({ ...logoOf('l'), corner: 'top-left' }, square, square, text);
    expect(area.y).toBeGreaterThan(text.y + text.height);
    const beside = logoArea(
      logoOf('l'),
      square,
      { width: 1920, height: 1080 },
      bannerBox({ width: 1920, height: 1080 }),
    );
    expect(beside.y).toBeLessThan(100);
  });
});
