import { env, LogLevel } from '@xenova/transformers';
import gpuFactoryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import factoryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { SpeechDevice } from '#core/captions/speech-device.ts';
import { type ModelBytes, type ModelFile, missingModelFile } from './model-files.ts';

/** More threads than this gained nothing where Whisper's matrices are small. */
const MOST_THREADS = 4;

/** Models that the library was told about, each by the name under which it asks for their files. */
const offered = new Map<string, ModelBytes>();
/** Which runtime this thread has: it loads one, and keeps it. */
let runtime: SpeechDevice | null = null;

/** WebGPU needs a runtime that can wait in the middle of a run; without it, half as many bytes do. */
const RUNTIMES = {
  webgpu: { mjs: gpuFactoryUrl, wasm: gpuWasmUrl },
  wasm: { mjs: factoryUrl, wasm: wasmUrl },
} as const satisfies Record<SpeechDevice, object>;

/**
 * Tells the library of a model, and never to look for one elsewhere: no host, no public CDN for its WebAssembly, no
 * cache of its own (which would keep a server's error page as a model).
 * @returns the name to load it by, used once: the library remembers what it found under a name.
 */
export function offerModel(files: ModelBytes, device: SpeechDevice): string {
  setUpOnce(device);
  const name = `model-${crypto.randomUUID()}`;
  offered.set(name, files);
  return name;
}

/** After the model was loaded. */
export function withdrawModel(name: string): void {
  offered.delete(name);
}

/** @throws Error where this thread has the other runtime. */
function setUpOnce(device: SpeechDevice): void {
  if (runtime === device) return;
  if (runtime !== null) throw new Error(`This worker computes by ${runtime}; ${device} needs one of its own.`);
  runtime = device;
  env.logLevel = LogLevel.ERROR;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = '/';
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.useCustomCache = true;
  env.customCache = { match: async (request) => answer(request), put: async () => undefined };
  env.fetch = async () => new Response(null, { status: 404 });
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error('This build of onnxruntime has no WebAssembly.');
  const { mjs, wasm: binary } = RUNTIMES[device];
  wasm.wasmPaths = { mjs: absolute(mjs), wasm: absolute(binary) };
  wasm.numThreads = globalThis.crossOriginIsolated ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1;
}

/** The runtime imports its factory from inside a blob, where relative addresses mean nothing. */
function absolute(url: string): string {
  return new URL(url, import.meta.url).href;
}

function answer(request: string): Response | undefined {
  const [, name = '', path = ''] = /^\/?(model-[^/]+)\/(.+)$/.exec(request) ?? [];
  const file = offered.get(name)?.get(path as ModelFile);
  return file && new Response(file, { headers: { 'content-length': String(file.size) } });
}

/** Refuses a model before megabytes are read where a file is missing: the library's own message names another cause. */
export function requireFiles(model: string, files: ModelBytes, names: readonly ModelFile[]): void {
  for (const name of names) if (!files.has(name)) throw missingModelFile(model, name);
}
