import { describe, expect, it } from 'vitest';
import { imageAsset, lookupOf } from '../fixtures/assets.ts';
import { changeCues } from '../project/edit-captions.ts';
import { logoOf } from '../project/logo.ts';
import { createProject, mediaItem } from '../project/project.ts';
import { parseUnicodeRange } from '../text/coverage.ts';
import { checkRender, countCharacters } from './check-render.ts';
import { renderSettings } from './settings.ts';

const capable = {
  compositor: 'canvas',
  videoEncoder: 'webcodecs',
  hardwareEncoder: false,
  audioEncoder: 'bundled',
} as const;
const glyphs = parseUnicodeRange('U+0020-007E,U+2728');
const fonts = new Set(['own']);
const assets = lookupOf(imageAsset('photo'));
const good = { ...createProject('p', 0, 1), items: [mediaItem('a', 'photo')], hook: '✨ Hello' };

describe('the check before an export', () => {
  it('has nothing to say about a good project', () => {
    expect(checkRender(good, assets, capable, glyphs, fonts)).toEqual([]);
  });

  it('lists every problem, not only the first', () => {
    const items = Array.from({ length: 11 }, (_, index) => mediaItem(`${index}`, `gone ${index}`));
    const bad = { ...good, items, hook: `${'x'.repeat(500)}ᚠ` };
    const issues = checkRender(bad, assets, { ...capable, videoEncoder: 'none' }, glyphs, fonts);
    expect(issues.map((issue) => issue.code)).toEqual([
      'too-many-items',
      'hook-too-long',
      'hook-glyph-missing',
      'media-missing',
      'no-encoder',
    ]);
    expect(issues.find((issue) => issue.code === 'hook-glyph-missing')?.severity).toBe('warning');
  });

  it('names the characters of captions that no font has', () => {
    const words = [{ text: 'ᚠ', start: 0, end: 1, confidence: 1 }];
    const captioned = changeCues(good, null, () => [{ id: 'c1', start: 0, end: 1, words, lines: [0] }]);
    expect(checkRender(captioned, assets, capable, glyphs, fonts)).toEqual([
      { severity: 'warning', code: 'caption-glyph-missing', message: expect.stringContaining('captions') },
    ]);
  });

  it('says that a lost logo is left out, which stops nothing', () => {
    const issues = checkRender({ ...good, logo: logoOf('gone') }, assets, capable, glyphs, fonts);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'logo-missing' }]);
    expect(checkRender({ ...good, logo: logoOf('photo') }, assets, capable, glyphs, fonts)).toEqual([]);
  });

  it('says that a lost font is replaced, and leaves the characters of an own one to it', () => {
    const issues = checkRender({ ...good, hookFont: 'gone' }, assets, capable, glyphs, fonts);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'font-missing' }]);
    expect(checkRender({ ...good, hookFont: 'own', hook: 'ᚠ' }, assets, capable, glyphs, fonts)).toEqual([]);
  });

  it('asks for a photo', () => {
    expect(checkRender({ ...good, items: [] }, assets, capable, glyphs, fonts)).toMatchObject([{ code: 'no-items' }]);
  });

  it('counts characters as a person does', () => {
    expect(countCharacters('👩‍👩‍👧‍👦é')).toBe(2);
  });
});

describe('the quality modes', () => {
  it('are 1080x1920 at 30, and 720x1280 at 24 for eco and freeze', () => {
    expect(renderSettings('9:16', 'normal')).toMatchObject({
      size: { width: 1080, height: 1920 },
      frameRate: { numerator: 30, denominator: 1 },
      videoBitRate: 7_000_000,
      keyframeInterval: 60,
      motion: true,
    });
    const eco = { size: { width: 720, height: 1280 }, frameRate: { numerator: 24, denominator: 1 } };
    expect(renderSettings('9:16', 'eco')).toMatchObject({ ...eco, videoBitRate: 2_500_000, motion: true });
    expect(renderSettings('9:16', 'freeze')).toMatchObject({ ...eco, motion: false });
  });
});
