import { StudioError } from '#core/errors.ts';

/** Files of a model in the layout that transformers.js reads, 8-bit weights. */
export const MODEL_FILES = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/encoder_model_quantized.onnx',
  'onnx/decoder_model_merged_quantized.onnx',
] as const;

export type ModelFile = (typeof MODEL_FILES)[number];
export type ModelBytes = ReadonlyMap<ModelFile, Blob>;

/** @throws StudioError `file-unsupported` naming the model and what it lacks. */
export function missingModelFile(model: string, file: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `The speech model “${model}” has no ${file}. Choose a folder with a Whisper model for transformers.js (config.json, tokenizer.json and onnx/*_quantized.onnx).`,
    { file, rule: 'model is complete', value: model },
  );
}
