import type { SpeechDevice } from '#core/captions/speech-device.ts';
import { StudioError } from '#core/errors.ts';

const SETTINGS = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
] as const;

/** Files of a model in the layout that transformers.js reads, 8-bit weights. */
export const MODEL_FILES = [
  ...SETTINGS,
  'onnx/encoder_model_quantized.onnx',
  'onnx/decoder_model_merged_quantized.onnx',
] as const;

/**
 * What a model may have besides: 32-bit weights. The runtime has no program for a graphics card that multiplies 8-bit ones
 * (`MatMulInteger`): with those, most of the work would go back to the processor, and its results to the card again.
 */
export const GPU_WEIGHTS = ['onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx'] as const;

export type ModelFile = (typeof MODEL_FILES)[number] | (typeof GPU_WEIGHTS)[number];

/** Which files of a model a device needs. */
export const FILES_FOR: Readonly<Record<SpeechDevice, readonly ModelFile[]>> = {
  webgpu: [...SETTINGS, ...GPU_WEIGHTS],
  wasm: MODEL_FILES,
};

export type ModelBytes = ReadonlyMap<ModelFile, Blob>;

/** @throws StudioError `file-unsupported` naming the model and what it lacks. */
export function missingModelFile(model: string, file: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `The speech model “${model}” has no ${file}. Choose a folder with a Whisper model for transformers.js (config.json, tokenizer.json and onnx/*_quantized.onnx).`,
    { file, rule: 'model is complete', value: model },
  );
}
