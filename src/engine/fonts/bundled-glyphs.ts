import type { CodePointRanges } from '#core/text/coverage.ts';
import { FONT_SUBSETS } from './font-subsets.ts';

/** The characters that the bundled fonts are for, so that a text with others is reported before an export. */
export const bundledGlyphs: CodePointRanges = FONT_SUBSETS.flatMap((subset) => subset.ranges);
