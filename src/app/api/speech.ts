import { cuesOf, WORD_CUES } from '#core/captions/cues.ts';
import { writeSrt } from '#core/captions/srt.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { writeWebVtt } from '#core/captions/webvtt.ts';
import type { HeardTranscript, SpeechModelChoice } from '../studio/speech.ts';
import type { Studio } from '../studio.ts';
import type { MediaInput, SpeechArguments } from './arguments.ts';
import { fileOf, mediaOf } from './media-input.ts';

/** What is said in a file, and the captions that it makes. Times in seconds. */
export interface SpeechAnswer extends HeardTranscript {
  readonly text: string;
  /** Three words a line. */
  readonly cues: readonly Cue[];
  /** The same as a SubRip file. */
  readonly srt: string;
  /** And as a WebVTT file. */
  readonly vtt: string;
}

/** @throws StudioError naming the field, the file or the model. */
export async function transcribeForScript(
  studio: Studio,
  media: MediaInput,
  { model, ...options }: SpeechArguments,
): Promise<SpeechAnswer> {
  const source = await mediaOf(media, 'media');
  const heard = await studio.speech.transcribe(source, { ...options, model: await modelOf(model) });
  const cues = heard.duration > 0 ? cuesOf(heard, WORD_CUES, heard.duration) : [];
  return {
    ...heard,
    text: heard.words.map(({ text }) => text).join(' '),
    cues,
    srt: writeSrt(cues),
    vtt: writeWebVtt(cues),
  };
}

/** @throws StudioError naming a file that cannot be read. */
export async function modelOf(model: SpeechArguments['model']): Promise<SpeechModelChoice> {
  if (typeof model === 'string') return model;
  const files = Object.entries(model.files).map(async ([path, input]) => ({
    path,
    bytes: await fileOf(input, `model.files.${path}`),
  }));
  return { name: model.name, files: await Promise.all(files) };
}
