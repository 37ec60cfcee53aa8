import { applyFade, limitSamples } from '#core/audio/fade.ts';
import { StereoResampler } from '#core/audio/resampler.ts';
import type { MusicPlan, SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import { type StereoChunk, silence, sliceChunk } from '#core/audio/stereo.ts';
import type { DecodedChunk } from './decode-track.ts';

/** Samples of one chunk of the finished sound: 0.1 s at 48 kHz. */
const CHUNK_SAMPLES = 4800;

/** Decoded timestamps are rounded: what misses its place by less than this is taken to be in place, in seconds. */
const PLACE_TOLERANCE_SECONDS = 0.01;

/**
 * The finished sound of a video, chunk by chunk: music at its place, resampled, faded out, silence around it, exactly
 * `plan.totalSamples` in all. No more than a few chunks are in memory.
 * @param music the decoded track; ignored where the plan has none.
 */
export async function* renderSoundtrack(
  plan: SoundtrackPlan,
  music: AsyncIterable<DecodedChunk> | null,
): AsyncGenerator<StereoChunk, void, undefined> {
  let position = 0;
  for await (const chunk of inEqualChunks(inPlace(plan, music), plan.totalSamples)) {
    if (plan.music) applyFade(chunk, position, { end: plan.music.endSample, length: plan.music.fadeOutSamples });
    limitSamples(chunk);
    position += chunk.left.length;
    yield chunk;
  }
}

/** Silence, music, silence without end. */
async function* inPlace(plan: SoundtrackPlan, music: AsyncIterable<DecodedChunk> | null): AsyncGenerator<StereoChunk> {
  if (plan.music && music) yield* musicInPlace(plan.music, plan.sampleRate, music);
  while (true) yield silence(CHUNK_SAMPLES);
}

async function* musicInPlace(
  { startSample, endSample }: MusicPlan,
  sampleRate: number,
  music: AsyncIterable<DecodedChunk>,
): AsyncGenerator<StereoChunk> {
  yield* silences(startSample);
  let remaining = endSample - startSample;
  for await (const chunk of resampled(music, sampleRate)) {
    const part = sliceChunk(chunk, 0, remaining);
    remaining -= part.left.length;
    yield part;
    if (remaining === 0) return;
  }
}

/** Decoded chunks at one rate, without gap or overlap. A track may change its rate on the way. */
async function* resampled(music: AsyncIterable<DecodedChunk>, targetRate: number): AsyncGenerator<StereoChunk> {
  let resampler: StereoResampler | null = null;
  let sourceRate = 0;
  /** Where the next sample belongs, in seconds. */
  let time = 0;
  for await (const chunk of music) {
    if (!resampler || chunk.sampleRate !== sourceRate) {
      if (resampler) yield resampler.finish();
      sourceRate = chunk.sampleRate;
      resampler = new StereoResampler(sourceRate, targetRate);
    }
    const gap = chunk.time - time;
    if (gap > PLACE_TOLERANCE_SECONDS) {
      for (const part of silences(Math.round(gap * sourceRate))) yield resampler.push(part);
      time = chunk.time;
    }
    const overlap = gap < -PLACE_TOLERANCE_SECONDS ? Math.round(-gap * sourceRate) : 0;
    const fresh = sliceChunk(chunk.stereo, overlap);
    yield resampler.push(fresh);
    time += fresh.left.length / sourceRate;
  }
  if (resampler) yield resampler.finish();
}

function* silences(samples: number): Generator<StereoChunk> {
  for (let left = samples; left > 0; left -= CHUNK_SAMPLES) yield silence(Math.min(left, CHUNK_SAMPLES));
}

/** Cuts a stream into chunks of `CHUNK_SAMPLES`, the last one shorter, `total` samples in all. */
async function* inEqualChunks(source: AsyncIterable<StereoChunk>, total: number): AsyncGenerator<StereoChunk> {
  let given = 0;
  let current = silence(Math.min(CHUNK_SAMPLES, total));
  let filled = 0;
  for await (const chunk of source) {
    let offset = 0;
    while (offset < chunk.left.length && given < total) {
      const part = sliceChunk(chunk, offset, offset + current.left.length - filled);
      current.left.set(part.left, filled);
      current.right.set(part.right, filled);
      offset += part.left.length;
      filled += part.left.length;
      if (filled < current.left.length) break;
      given += filled;
      filled = 0;
      yield current;
      current = silence(Math.min(CHUNK_SAMPLES, total - given));
    }
    if (given === total) return;
  }
}
