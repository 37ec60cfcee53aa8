import { type CueRules, cuesOf, SUBTITLE_CUES, WORD_CUES } from '#core/captions/cues.ts';
import type { Cue } from '#core/captions/transcript.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { SpeechRecognition, TranscribeOptions } from '../studio/speech.ts';

/** How speech is cut into captions: a few words at a time, or whole lines. */
export const CUE_LENGTHS = ['words', 'lines'] as const;
export type CueLength = (typeof CUE_LENGTHS)[number];

const RULES: Record<CueLength, CueRules> = { words: WORD_CUES, lines: SUBTITLE_CUES };

/**
 * Captions of what is said in an asset, in the asset's own time; none where nobody speaks.
 * @throws StudioError as `SpeechRecognition.transcribe`.
 */
export async function hearCaptions(
  speech: Pick<SpeechRecognition, 'transcribe'>,
  assetId: AssetId,
  length: CueLength,
  options: TranscribeOptions,
): Promise<readonly Cue[]> {
  const heard = await speech.transcribe(assetId, options);
  return heard.duration > 0 ? cuesOf(heard, RULES[length], heard.duration) : [];
}
