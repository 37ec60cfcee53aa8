import type { SpeechDevice } from '#core/captions/speech-device.ts';
import { FILES_FOR, type ModelBytes } from '#engine/speech/model-files.ts';
import { transcribe } from '#engine/speech/transcribe.ts';
import { gpuFailure, WhisperModel } from '#engine/speech/whisper-model.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { LoadedModel, SpeechProgress, SpeechWorker } from '#protocol/speech.ts';

/** A token comes every few milliseconds: one report in this many is enough. */
const REPORT_INTERVAL_MS = 100;

let loaded: { readonly key: string; readonly model: WhisperModel } | null = null;

exposeWorker<SpeechWorker>({
  holds: async (key) => loaded?.key === key,

  async transcribe({ media, model: source, device, language, task }, onProgress) {
    const model = await load(source, device);
    try {
      return await transcribe(model, { ...media, language, task, onProgress: throttled(onProgress) });
    } catch (thrown) {
      throw device === 'webgpu' ? gpuFailure(thrown) : thrown;
    }
  },
});

async function load({ key, name, files }: LoadedModel, device: SpeechDevice): Promise<WhisperModel> {
  if (loaded?.key === key) return loaded.model;
  await loaded?.model.dispose();
  loaded = null;
  const bytes: ModelBytes = new Map(
    FILES_FOR[device].flatMap((path) => {
      const file = files.find((each) => each.path === path);
      return file ? [[path, file.bytes] as const] : [];
    }),
  );
  const model = await WhisperModel.load(name, bytes, device);
  loaded = { key, model };
  return model;
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
