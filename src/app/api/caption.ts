import { brokenCueLaw } from '#core/captions/cue-laws.ts';
import { cuesOf, SUBTITLE_CUES, WORD_CUES } from '#core/captions/cues.ts';
import { CAPTION_LOOKS } from '#core/captions/looks.ts';
import { writeSrt } from '#core/captions/srt.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { writeWebVtt } from '#core/captions/webvtt.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { CaptionPlace } from '#protocol/caption-video.ts';
import { readCaptionFile } from '../captions/caption-files.ts';
import type { MadeVideo } from '../studio/tools.ts';
import type { Studio } from '../studio.ts';
import type { CaptionArguments, MediaInput } from './arguments.ts';
import { mediaOf } from './media-input.ts';
import { modelOf } from './speech.ts';

/** A captioned video, and its captions as files. */
export interface CaptionAnswer extends MadeVideo {
  readonly cues: readonly Cue[];
  /** As a SubRip file. */
  readonly srt: string;
  readonly vtt: string;
}

/** @throws StudioError naming the field, the file or the model. */
export async function captionForScript(
  studio: Studio,
  media: MediaInput,
  { source, look, place, container, language, onProgress, signal }: CaptionArguments,
): Promise<CaptionAnswer> {
  const file = await mediaOf(media, 'media');
  const { cues, spoken } = await captionsOf(studio, file, source, signal);
  const where: CaptionPlace =
    place === 'burned'
      ? { kind: 'burned', styling: { look: CAPTION_LOOKS[look] } }
      : { kind: 'track', container, language: language ?? spoken ?? 'und' };
  const made = await studio.captioning.caption(file, { cues, place: where, onProgress, signal });
  return { ...made, cues, srt: writeSrt(cues), vtt: writeWebVtt(cues) };
}

async function captionsOf(
  studio: Studio,
  file: AssetId | File,
  source: CaptionArguments['source'],
  signal: AbortSignal | undefined,
): Promise<{ readonly cues: readonly Cue[]; readonly spoken: string | null }> {
  if ('cues' in source) return { cues: lawful(source.cues), spoken: null };
  if ('text' in source)
    return { cues: await readCaptionFile(new File([source.text], 'options.source.text')), spoken: null };
  const { model, length, ...options } = source;
  const heard = await studio.speech.transcribe(file, {
    ...options,
    model: await modelOf(model),
    ...(signal && { signal }),
  });
  const rules = length === 'words' ? WORD_CUES : SUBTITLE_CUES;
  return { cues: heard.duration > 0 ? cuesOf(heard, rules, heard.duration) : [], spoken: heard.language };
}

function lawful(cues: readonly Cue[]): readonly Cue[] {
  const broken = brokenCueLaw(cues, Number.POSITIVE_INFINITY);
  if (broken === null) return cues;
  throw new StudioError('input-invalid', `options.source.cues was refused: ${broken}`, { rule: 'captions in order' });
}
