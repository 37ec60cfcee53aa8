/** What computes a speech model: the graphics card, or the processor by WebAssembly. */
export type SpeechDevice = 'webgpu' | 'wasm';
