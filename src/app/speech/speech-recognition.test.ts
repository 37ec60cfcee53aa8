import { describe, expect, test } from 'vitest';
import type { SpeechTask } from '#clients/speech-client.ts';
import { FILES_FOR, GPU_WEIGHTS, MODEL_FILES } from '#engine/speech/model-files.ts';
import type { SpeechModelChoice } from '../studio/speech.ts';
import { createSpeechRecognition } from './speech-recognition.ts';

const HEARD = {
  ...{ language: 'en', duration: 2, device: 'wasm' as const, gpuProblem: null },
  words: [{ text: 'gold', start: 0.5, end: 1, confidence: 0.9 }],
};

function setUp() {
  const requests: SpeechTask[] = [];
  const loaded: (readonly [address: string, sha256: string | null])[] = [];
  const answers: (() => void)[] = [];
  const speech = createSpeechRecognition({
    assets: { playable: async (id) => new File(['x'], `${id}.mp4`) },
    client: {
      transcribe: (request) => {
        requests.push(request);
        return new Promise((resolve) => answers.push(() => resolve(HEARD)));
      },
    },
    baseAddress: 'https://studio.example/app/',
    cache: { holds: async () => false },
    downloads: {
      modelFile: async (address, sha256, onProgress) => {
        loaded.push([address, sha256]);
        onProgress(0.5);
        return new Blob([address]);
      },
    },
  });
  return { speech, requests, answers, loaded };
}

describe('speech', () => {
  test('of an asset is heard by one of the app’s own models, in the language that it hears', async () => {
    const { speech, requests, answers } = setUp();
    const heard = speech.transcribe('clip', { model: 'whisper-tiny' });
    await expect.poll(() => requests.length).toBe(1);
    answers[0]?.();
    expect(await heard).toEqual(HEARD);
    expect(requests[0]).toMatchObject({
      media: { name: 'clip.mp4' },
      model: { name: 'whisper-tiny', key: 'https://studio.example/app/models/whisper-tiny/' },
      language: null,
      task: 'transcribe',
    });
  });

  test('is heard by a graphics card only where the model has weights for one', async () => {
    const hearing = async (model: SpeechModelChoice) => {
      const { speech, requests } = setUp();
      void speech.transcribe('clip', { model });
      await expect.poll(() => requests.length).toBe(1);
      return requests[0]?.model.gpuWeights;
    };
    const files = (paths: readonly string[]) => paths.map((path) => ({ path, bytes: new Blob() }));
    expect(await hearing('whisper-tiny')).toBe(false);
    expect(await hearing({ name: 'whisper-tiny', gpuWeights: true })).toBe(true);
    expect(await hearing({ name: 'mine', files: files(MODEL_FILES) })).toBe(false);
    expect(await hearing({ name: 'mine', files: files([...MODEL_FILES, ...GPU_WEIGHTS]) })).toBe(true);
    expect(await hearing({ name: 'far', address: 'https://models.example/1/', sha256: {} })).toBe(false);
  });

  test('is heard by the files that the device needs of a model, loaded for its worker, by their hashes where they are known', async () => {
    const filesOf = async (model: SpeechModelChoice, device: 'wasm' | 'webgpu') => {
      const { speech, requests, loaded } = setUp();
      void speech.transcribe('clip', { model });
      await expect.poll(() => requests.length).toBe(1);
      const fractions: number[] = [];
      const files = await requests[0]?.model.files(device, (fraction) => fractions.push(fraction), undefined);
      expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
      expect(fractions.at(-1)).toBe(1);
      return { loaded, paths: files?.map(({ path }) => path) };
    };
    const own = await filesOf({ name: 'tiny', gpuWeights: true }, 'webgpu');
    expect(own.paths).toEqual(FILES_FOR.webgpu);
    expect(own.loaded[0]).toEqual(['https://studio.example/app/models/tiny/config.json', null]);
    const far = { name: 'far', address: 'https://models.example/1/', sha256: { 'config.json': 'ab' } };
    const hosted = await filesOf(far, 'wasm');
    expect(hosted.paths).toEqual(FILES_FOR.wasm);
    expect(hosted.loaded[0]).toEqual(['https://models.example/1/config.json', 'ab']);
  });

  test('of two files is heard one after the other', async () => {
    const { speech, requests, answers } = setUp();
    const model = { name: 'mine', files: [{ path: 'config.json', bytes: new Blob() }] };
    const both = [1, 2].map((n) => speech.transcribe(new File([], `${n}.mp3`), { model, language: 'de' }));
    await expect.poll(() => requests.length).toBe(1);
    answers[0]?.();
    await both[0];
    await expect.poll(() => requests.length).toBe(2);
    answers[1]?.();
    await both[1];
    expect(requests.map(({ media, language }) => [media.name, language])).toEqual([
      ['1.mp3', 'de'],
      ['2.mp3', 'de'],
    ]);
  });

  test.each(['../secret', 'https://elsewhere.example/model', ''])(
    'is not heard by a model named "%s"',
    async (model) => {
      const { speech } = setUp();
      await expect(speech.transcribe('clip', { model })).rejects.toMatchObject({ code: 'input-invalid' });
    },
  );
});
