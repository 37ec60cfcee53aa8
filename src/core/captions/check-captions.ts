import { glyphsMissing, type RenderIssue } from '../render/render-issue.ts';
import { type CodePointRanges, uncoveredCharacters } from '../text/coverage.ts';
import { cueText } from './cue-text.ts';
import type { Cue } from './transcript.ts';

/** What would not be drawn as it is written, to be said before an export. */
export function checkCaptions(cues: readonly Cue[], glyphs: CodePointRanges): RenderIssue[] {
  const missing = uncoveredCharacters(cues.map(cueText).join('\n'), glyphs);
  if (missing.length === 0) return [];
  return [
    { severity: 'warning', code: 'caption-glyph-missing', message: `In the captions: ${glyphsMissing(missing)}` },
  ];
}
