import type { SpeechClient } from '#clients/speech-client.ts';
import { StudioError } from '#core/errors.ts';
import { GPU_WEIGHTS } from '#engine/speech/model-files.ts';
import type { SpeechModel } from '#protocol/speech.ts';
import type { ModelCache } from '#storage/model-cache.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { SpeechModelChoice, SpeechRecognition } from '../studio/speech.ts';
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
  if (typeof model === 'string') return ownModel(model, false, baseAddress);
  if ('gpuWeights' in model) return ownModel(model.name, model.gpuWeights, baseAddress);
  // The hashes that are known of another host's model are those of its 8-bit weights.
  if ('address' in model) return { kind: 'address', ...model, gpuWeights: false };
  const paths = new Set(model.files.map(({ path }) => path));
  return { kind: 'files', ...model, gpuWeights: GPU_WEIGHTS.every((path) => paths.has(path)) };
}

function ownModel(name: string, gpuWeights: boolean, baseAddress: string): SpeechModel {
  if (!MODEL_NAME.test(name)) {
    throw new StudioError(
      'input-invalid',
      `“${name}” is no name of a speech model: letters, digits, ".", "_" and "-" only. Use a name such as whisper-tiny.`,
      { rule: 'name of a model', value: name },
    );
  }
  return { kind: 'address', name, address: new URL(`models/${name}/`, baseAddress).href, sha256: {}, gpuWeights };
}
