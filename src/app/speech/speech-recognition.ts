import type { DownloadClient } from '#clients/download-client.ts';
import type { ModelSource, SpeechClient } from '#clients/speech-client.ts';
import { StudioError } from '#core/errors.ts';
import { FILES_FOR, GPU_WEIGHTS } from '#engine/speech/model-files.ts';
import type { ModelFileBytes } from '#protocol/speech.ts';
import type { ModelCache } from '#storage/model-cache.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { AssetLibrary } from '../studio/assets.ts';
import type { HostedModel, SpeechModelChoice, SpeechRecognition } from '../studio/speech.ts';
import { listModels } from './model-list.ts';

export interface SpeechTools {
  readonly assets: Pick<AssetLibrary, 'playable'>;
  readonly client: Pick<SpeechClient, 'transcribe'>;
  /** Address of the app, under which its own models lie. */
  readonly baseAddress: string;
  readonly cache: Pick<ModelCache, 'holds'>;
  readonly downloads: Pick<DownloadClient, 'modelFile'>;
}

/** Writes down speech, one file after the other: a model takes all the cores there are. */
export function createSpeechRecognition(tools: SpeechTools): SpeechRecognition {
  const { assets, client, baseAddress, cache } = tools;
  const turns = new OneAtATime();
  return {
    transcribe: (media, { model, language = null, task = 'transcribe', onProgress = () => undefined, signal }) =>
      turns.run(async () => {
        const file = typeof media === 'string' ? await assets.playable(media) : media;
        const request = {
          media: { name: file.name, bytes: file },
          model: sourceOf(model, tools),
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

/** Model files by their addresses. */
type Loading = Pick<DownloadClient, 'modelFile'>;

function sourceOf(model: SpeechModelChoice, { baseAddress, downloads }: SpeechTools): ModelSource {
  if (typeof model === 'string') return ownModel(model, false, baseAddress, downloads);
  if ('gpuWeights' in model) return ownModel(model.name, model.gpuWeights, baseAddress, downloads);
  // The hashes that are known of another host's model are those of its 8-bit weights.
  if ('address' in model) return hostedModel(model, false, downloads);
  const { name, files } = model;
  const paths = new Set(files.map(({ path }) => path));
  return {
    name,
    key: JSON.stringify(
      files.map(({ path, bytes }) => [path, bytes.size, bytes instanceof File ? bytes.lastModified : 0]),
    ),
    gpuWeights: GPU_WEIGHTS.every((path) => paths.has(path)),
    files: async () => files,
  };
}

function ownModel(name: string, gpuWeights: boolean, baseAddress: string, downloads: Loading): ModelSource {
  if (!MODEL_NAME.test(name)) {
    throw new StudioError(
      'input-invalid',
      `“${name}” is no name of a speech model: letters, digits, ".", "_" and "-" only. Use a name such as whisper-tiny.`,
      { rule: 'name of a model', value: name },
    );
  }
  const address = new URL(`models/${name}/`, baseAddress).href;
  return hostedModel({ name, address, sha256: {} }, gpuWeights, downloads);
}

function hostedModel({ name, address, sha256 }: HostedModel, gpuWeights: boolean, downloads: Loading): ModelSource {
  return {
    ...{ name, key: address, gpuWeights },
    async files(device, onProgress, signal) {
      const files: ModelFileBytes[] = [];
      const needed = FILES_FOR[device];
      for (const [index, path] of needed.entries()) {
        const onFile = (fraction: number) => onProgress((index + fraction) / needed.length);
        const { href } = new URL(path, address);
        files.push({ path, bytes: await downloads.modelFile(href, sha256[path] ?? null, onFile, signal) });
        onFile(1);
      }
      return files;
    },
  };
}
