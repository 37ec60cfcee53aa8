import Essentia from 'essentia.js/dist/essentia.js-core.es.js';
import { EssentiaWASM } from 'essentia.js/dist/essentia-wasm.es.js';
import { ESSENTIA_TEMPI, type FindTicks } from './tick-finder.ts';

/**
 * essentia's beat tracker after Degara. Its memory only ever grows, and it is unusable after an abort: one worker for
 * each analysis.
 */
export function createEssentiaTicks(): FindTicks {
  const essentia = new Essentia(EssentiaWASM);
  return (samples) => {
    const signal = essentia.arrayToVector(samples);
    try {
      const rhythm = essentia.RhythmExtractor2013(signal, ESSENTIA_TEMPI.fastest, 'degara', ESSENTIA_TEMPI.slowest);
      try {
        // It throws for an empty vector.
        return rhythm.ticks.size() === 0 ? [] : [...essentia.vectorToArray(rhythm.ticks)];
      } finally {
        for (const vector of [rhythm.ticks, rhythm.estimates, rhythm.bpmIntervals]) vector.delete();
      }
    } finally {
      signal.delete();
    }
  };
}
