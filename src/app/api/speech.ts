import { cuesOf, WORD_CUES } from '#core/captions/cues.ts';
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
  return {
    ...heard,
    text: heard.words.map(({ text }) => text).join(' '),
    cues: heard.duration > 0 ? cuesOf(heard, WORD_CUES, heard.duration) : [],
  };
}

async function modelFiles(files: Exclude<SpeechArguments['model'], string>['files']) {
  return await Promise.all(
    Object.entries(files).map(async ([path, input]) => ({ path, bytes: await fileOf(input, `model.files.${path}`) })),
  );
}
