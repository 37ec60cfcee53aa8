import { StereoResampler } from '#core/audio/resampler.ts';
import { type StereoChunk, silence, sliceChunk } from '#core/audio/stereo.ts';
import type { DecodedChunk } from './decode-track.ts';

/** Decoded timestamps are rounded: what misses its place by less than this is taken to be in place, in seconds. */
const PLACE_TOLERANCE_SECONDS = 0.01;
/** Samples of silence that are made in one go. */
const SILENCE_SAMPLES = 48_000;
/** Files of floating-point samples may hold anything: what is louder than this (24 dB over full scale) is no sound. */
const LOUDEST = 16;

/**
 * A decoded track as mono without gaps: sample n stands at `n / rate` seconds.
 * @param rate in hertz, a whole number.
 */
export async function* monoStream(
  track: AsyncIterable<DecodedChunk>,
  rate: number,
): AsyncGenerator<Float32Array, void, undefined> {
  let resampler: StereoResampler | null = null;
  let sourceRate = 0;
  /** Where the next sample belongs, in seconds. */
  let time = 0;
  for await (const chunk of track) {
    if (!resampler || chunk.sampleRate !== sourceRate) {
      if (resampler) yield toMono(resampler.finish());
      sourceRate = chunk.sampleRate;
      resampler = new StereoResampler(sourceRate, rate);
    }
    const gap = chunk.time - time;
    if (gap > PLACE_TOLERANCE_SECONDS) {
      for (let left = Math.round(gap * sourceRate); left > 0; left -= SILENCE_SAMPLES) {
        yield toMono(resampler.push(silence(Math.min(left, SILENCE_SAMPLES))));
      }
      time = chunk.time;
    }
    const overlap = gap < -PLACE_TOLERANCE_SECONDS ? Math.round(-gap * sourceRate) : 0;
    const fresh = withoutGarbage(sliceChunk(chunk.stereo, overlap));
    time += fresh.left.length / sourceRate;
    yield toMono(resampler.push(fresh));
  }
  if (resampler) yield toMono(resampler.finish());
}

/** Before the resampler, which would spread it over its neighbours. */
function withoutGarbage({ left, right }: StereoChunk): StereoChunk {
  const clean = (sample: number) => (Math.abs(sample) <= LOUDEST ? sample : 0);
  return { left: left.map(clean), right: right.map(clean) };
}

function toMono({ left, right }: StereoChunk): Float32Array {
  return left.map((sample, n) => (sample + (right[n] as number)) / 2);
}
