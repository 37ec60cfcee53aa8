import type { SpeechDevice } from '#core/captions/speech-device.ts';
import { FILES_FOR, type ModelBytes, type ModelFile } from '#engine/speech/model-files.ts';
import { transcribe } from '#engine/speech/transcribe.ts';
import { gpuFailure, WhisperModel } from '#engine/speech/whisper-model.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { SpeechModel, SpeechProgress, SpeechWorker } from '#protocol/speech.ts';
import { ModelCache } from '#storage/model-cache.ts';

/** A token comes every few milliseconds: one report in this many is enough. */
const REPORT_INTERVAL_MS = 100;

const cache = new ModelCache();
let loaded: { readonly key: string; readonly model: WhisperModel } | null = null;

exposeWorker<SpeechWorker>({
  async transcribe({ media, model: source, device, language, task }, onProgress) {
    const report = throttled(onProgress);
    const onLoading = (fraction: number) => report({ stage: 'loading', fraction, words: [], text: '' });
    const model = await load(source, device, onLoading);
    try {
      return await transcribe(model, {
        ...media,
        language,
        task,
        onProgress: (progress) => report({ stage: 'listening', ...progress }),
      });
    } catch (thrown) {
      throw device === 'webgpu' ? gpuFailure(thrown) : thrown;
    }
  },
});

async function load(
  source: SpeechModel,
  device: SpeechDevice,
  onProgress: (fraction: number) => void,
): Promise<WhisperModel> {
  const key = keyOf(source);
  if (loaded?.key === key) return loaded.model;
  await loaded?.model.dispose();
  loaded = null;
  const model = await WhisperModel.load(source.name, await filesOf(source, device, onProgress), device);
  loaded = { key, model };
  return model;
}

async function filesOf(
  source: SpeechModel,
  device: SpeechDevice,
  onProgress: (fraction: number) => void,
): Promise<ModelBytes> {
  const files = new Map<ModelFile, Blob>();
  const needed = FILES_FOR[device];
  for (const [index, path] of needed.entries()) {
    const onFile = (fraction: number) => onProgress((index + fraction) / needed.length);
    const bytes =
      source.kind === 'address'
        ? await cache.file(new URL(path, source.address).href, source.sha256[path] ?? null, onFile)
        : source.files.find((file) => file.path === path)?.bytes;
    if (bytes) files.set(path, bytes);
    onFile(1);
  }
  return files;
}

/** The same for the same files: they are loaded once. */
function keyOf(source: SpeechModel): string {
  if (source.kind === 'address') return source.address;
  return JSON.stringify(
    source.files.map(({ path, bytes }) => [path, bytes.size, bytes instanceof File ? bytes.lastModified : 0]),
  );
}

function throttled(onProgress: (progress: SpeechProgress) => void): (progress: SpeechProgress) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - reportedAt < REPORT_INTERVAL_MS) return;
    reportedAt = now;
    onProgress(progress);
  };
}
