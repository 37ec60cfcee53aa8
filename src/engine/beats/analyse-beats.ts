import type { BeatGrid } from '#core/beats/beat-grid.ts';
import { findBeats } from '#core/beats/find-beats.ts';
import { ANALYSIS_RATE, RhythmFeatureExtractor } from '#core/beats/rhythm-features.ts';
import { openTrack } from '../audio/decode-track.ts';
import { monoStream } from '../audio/mono-stream.ts';
import { type FindTicks, TickFinder } from './tick-finder.ts';

/** Where an analysis is. */
export interface BeatProgress {
  readonly stage: 'decoding' | 'listening';
  /** 0 to 1, of the whole analysis. */
  readonly fraction: number;
}

/** Share of the time that decoding takes, with everything that is measured on the way. */
const DECODING_SHARE = 0.8;
/** Length that is supposed where the file names none, in seconds: only progress is measured by it. */
const USUAL_SECONDS = 240;

export interface BeatRequest {
  readonly bytes: Blob;
  /** What the file is called, for error messages. */
  readonly name: string;
  readonly findTicks: FindTicks;
  readonly onProgress: (progress: BeatProgress) => void;
}

/**
 * Finds the beats of a file's sound. It is decoded once, in pieces; what is kept of it is about 50 MB for an hour.
 * @throws StudioError `file-damaged` or `file-unsupported` where it cannot be decoded, `decoder-failed` where the
 * analyser fails. Silence and noise are no errors: their grid has no confidence.
 */
export async function analyseBeats(request: BeatRequest): Promise<BeatGrid> {
  const { bytes, name, findTicks, onProgress } = request;
  const track = await openTrack(bytes, name);
  try {
    const ticks = new TickFinder(findTicks, name);
    const features = new RhythmFeatureExtractor();
    const expectedSamples = (track.statedSeconds || USUAL_SECONDS) * ANALYSIS_RATE;
    let samples = 0;
    for await (const mono of monoStream(track.chunks(), ANALYSIS_RATE)) {
      ticks.push(mono);
      features.push(mono);
      samples += mono.length;
      onProgress({ stage: 'decoding', fraction: DECODING_SHARE * Math.min(1, samples / expectedSamples) });
    }
    return findBeats(features.finish(), ticks.finish(), (fraction) =>
      onProgress({ stage: 'listening', fraction: DECODING_SHARE + (1 - DECODING_SHARE) * fraction }),
    );
  } finally {
    track.dispose();
  }
}
