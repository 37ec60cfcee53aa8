import { expect, test } from 'vitest';
import { describeNormalisation, type Normalisation } from './normalisation.ts';

const WORDS: readonly (readonly [Normalisation, string])[] = [
  [{ kind: 'turned', degrees: 90 }, 'Rotated 90°'],
  [{ kind: 'pixels-squared' }, 'Stretched to its true shape'],
  [{ kind: 'frame-rate-evened' }, 'Variable frame rate evened out'],
  [{ kind: 'hdr-to-sdr', from: 'hlg' }, 'HDR (HLG) converted to SDR'],
  [{ kind: 'converted', from: 'ProRes', to: 'H.264' }, 'Converted from ProRes to H.264'],
  [{ kind: 'made-smaller', to: { width: 1920, height: 1080 } }, 'Made smaller: 1920 × 1080'],
];

test.each(WORDS)('%o is said in plain words', (change, words) => {
  expect(describeNormalisation(change)).toBe(words);
});
