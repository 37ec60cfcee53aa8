import type { SpeechClient } from '#clients/speech-client.ts';
import { StudioError } from '#core/errors.ts';
import type { SpeechModel } from '#protocol/speech.ts';
import type { ModelCache } from '#storage/model-cache.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { AssetLibrary, SpeechModelChoice, SpeechRecognition } from '../studio.ts';
import { listModels } from './model-list.ts';

export interface SpeechTools {
  readonly assets: Pick<AssetLibrary, 'playable'>;
  readonly client: Pick<SpeechClient, 'transcribe'>;
  /** Address of the app, under which its own models lie. */
  readonly baseAddress: string;
  readonly cache: Pick<ModelCache, 'holds'>;
}

/** Writes down speech, one file after the other: a model takes all the cores there are. */
export function createSpeechRecognition({ assets, client, baseAddress, cache }: SpeechTools): SpeechRecognition {
  const turns = new OneAtATime();
  return {
    transcribe: (media, { model, language = null, task = 'transcribe', onProgress = () => undefined, signal }) =>
      turns.run(async () => {
        const file = typeof media === 'string' ? await assets.playable(media) : media;
        const request = {
          media: { name: file.name, bytes: file },
          model: sourceOf(model, baseAddress),
          language,
          task,
        };
        return await client.transcribe(request, { onProgress, signal });
      }),
    models: () => listModels({ baseAddress, holds: (addresses) => cache.holds(addresses) }),
  };
}

/** Names of the app's own models are names of folders. */
const MODEL_NAME = /^[\w][\w.-]*$/;

function sourceOf(model: SpeechModelChoice, baseAddress: string): SpeechModel {
  if (typeof model !== 'string')
    return 'address' in model ? { kind: 'address', ...model } : { kind: 'files', ...model };
  if (!MODEL_NAME.test(model)) {
    throw new StudioError(
      'input-invalid',
      `“${model}” is no name of a speech model: letters, digits, ".", "_" and "-" only. Use a name such as whisper-tiny.`,
      { rule: 'name of a model', value: model },
    );
  }
  return { kind: 'address', name: model, address: new URL(`models/${model}/`, baseAddress).href, sha256: {} };
}
