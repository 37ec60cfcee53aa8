import { cuesOf, WORD_CUES } from '#core/captions/cues.ts';
import { writeSrt } from '#core/captions/srt.ts';
import type { Cue, Transcript } from '#core/captions/transcript.ts';
import type { Studio } from '../studio.ts';
import type { MediaInput, SpeechArguments } from './arguments.ts';
import { fileOf } from './media-input.ts';

/** What is said in a file, and the captions that it makes. Times in seconds. */
export interface SpeechAnswer extends Transcript {
  readonly text: string;
  /** Length of the sound. */
  readonly duration: number;
  /** Three words a line. */
  readonly cues: readonly Cue[];
  /** The same as a SubRip file. */
  readonly srt: string;
}

/** @throws StudioError naming the field, the file or the model. */
export async function transcribeForScript(
  studio: Studio,
  media: MediaInput,
  { model, ...options }: SpeechArguments,
): Promise<SpeechAnswer> {
  const source = typeof media === 'object' && 'assetId' in media ? media.assetId : await fileOf(media, 'media');
  const choice = typeof model === 'string' ? model : { name: model.name, files: await modelFiles(model.files) };
  const heard = await studio.speech.transcribe(source, { ...options, model: choice });
  const cues = heard.duration > 0 ? cuesOf(heard, WORD_CUES, heard.duration) : [];
  return { ...heard, text: heard.words.map(({ text }) => text).join(' '), cues, srt: writeSrt(cues) };
}

async function modelFiles(files: Exclude<SpeechArguments['model'], string>['files']) {
  return await Promise.all(
    Object.entries(files).map(async ([path, input]) => ({ path, bytes: await fileOf(input, `model.files.${path}`) })),
  );
}
