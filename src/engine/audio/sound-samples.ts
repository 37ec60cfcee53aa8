import { applyFade, applyFadeIn } from '#core/audio/fade.ts';
import { StereoResampler } from '#core/audio/resampler.ts';
import type { SoundPiece, SoundPlan } from '#core/audio/soundtrack-plan.ts';
import { copyChunk, type StereoChunk, silence, sliceChunk } from '#core/audio/stereo.ts';
import type { DecodedChunk } from './decode-track.ts';
import type { OpenSound, SoundDecoder } from './soundtrack.ts';

/** Samples that a gap is filled by at a time. */
const GAP_SAMPLES = 4800;

/** Decoded timestamps are rounded: what misses its place by less than this is taken to be in place, in seconds. */
const PLACE_TOLERANCE_SECONDS = 0.01;

/**
 * What a sound plays from a sample on: its pieces at the mix's rate, one after the other without a gap, each faded at
 * its edges; up to the end of the last. The decoder is opened with the first sample and closed after the last.
 * @param from of the whole video.
 */
export async function* soundSamples(
  { assetId, pieces, speed }: SoundPlan,
  sampleRate: number,
  open: OpenSound,
  from: number,
): AsyncGenerator<StereoChunk, void, undefined> {
  const coming = pieces.filter(({ end }) => end > from);
  if (coming.length === 0) return;
  const decoder = await open(assetId);
  try {
    for (const piece of coming) yield* pieceSamples(piece, decoder, { sampleRate, speed }, Math.max(from, piece.start));
  } finally {
    decoder.dispose();
  }
}

interface Rate {
  /** In hertz. */
  readonly sampleRate: number;
  /** Source seconds per second. */
  readonly speed: number;
}

async function* pieceSamples(
  piece: SoundPiece,
  decoder: SoundDecoder,
  rate: Rate,
  from: number,
): AsyncGenerator<StereoChunk> {
  const source = piece.sourceSeconds + ((from - piece.start) / rate.sampleRate) * rate.speed;
  let position = from;
  for await (const resampled of evenSound(decoder.chunks(source), rate, source)) {
    // The decoder's own memory stays as it is.
    const chunk = copyChunk(sliceChunk(resampled, 0, piece.end - position));
    applyFadeIn(chunk, position, { start: piece.start, length: piece.fadeInSamples });
    applyFade(chunk, position, { end: piece.end, length: piece.fadeOutSamples });
    position += chunk.left.length;
    yield chunk;
    if (position === piece.end) return;
  }
  // The next piece begins at its own place, also where this source is shorter than was said.
  yield* silences(piece.end - position);
}

/**
 * Decoded chunks at one rate, without gap or overlap. A source may change its rate on the way.
 * @param from time of the source at the beginning, in seconds.
 */
export async function* evenSound(
  chunks: AsyncIterable<DecodedChunk>,
  { sampleRate: targetRate, speed }: Rate,
  from: number,
): AsyncGenerator<StereoChunk> {
  let resampler: StereoResampler | null = null;
  let sourceRate = 0;
  /** Where the next sample belongs, in seconds of the source. */
  let time = from;
  for await (const chunk of chunks) {
    if (!resampler || chunk.sampleRate !== sourceRate) {
      if (resampler) yield resampler.finish();
      sourceRate = chunk.sampleRate;
      resampler = new StereoResampler(Math.round(sourceRate * speed), targetRate);
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
  for (let left = samples; left > 0; left -= GAP_SAMPLES) yield silence(Math.min(left, GAP_SAMPLES));
}
