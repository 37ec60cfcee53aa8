/** The parts of essentia.js that are used. Its own declarations name neither of its modules. */

declare module 'essentia.js/dist/essentia-wasm.es.js' {
  /** The WebAssembly module, ready to use: its bytes are part of the script. */
  export const EssentiaWASM: object;
}

declare module 'essentia.js/dist/essentia.js-core.es.js' {
  /** A C++ vector. Its memory is only given back by `delete`. */
  export interface VectorFloat {
    size(): number;
    delete(): void;
  }

  export interface Rhythm {
    readonly bpm: number;
    /** In seconds. */
    readonly ticks: VectorFloat;
    readonly confidence: number;
    readonly estimates: VectorFloat;
    readonly bpmIntervals: VectorFloat;
  }

  class Essentia {
    constructor(wasm: object);
    arrayToVector(samples: Float32Array): VectorFloat;
    vectorToArray(vector: VectorFloat): Float32Array;
    /** Takes 44.1 kHz mono only. Throws a number, the address of a C++ exception, for what it cannot take. */
    RhythmExtractor2013(
      signal: VectorFloat,
      maxTempo: number,
      method: 'degara' | 'multifeature',
      minTempo: number,
    ): Rhythm;
  }

  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default Essentia;
}
