import { fromDecibels } from '#core/audio/decibels.ts';
import { TruePeakLimiter } from '#core/audio/limiter.ts';
import { LIMITER_CEILING, LimitedGainSearch, MixMeter, needsLimiter, plainGain } from '#core/audio/normalise.ts';
import type { StereoChunk } from '#core/audio/stereo.ts';
import { TrebleCut } from '#core/audio/treble-cut.ts';

/**
 * Listens to a whole mix, once or twice, for the gain that brings it to the loudness of all exports.
 * @param startMix renders the mix from its beginning, without treble.
 * @param onSamples how many samples have been listened to, of both passes together.
 * @returns in dB; 0 for silence.
 */
export async function measureGain(
  startMix: () => AsyncGenerator<StereoChunk, void, undefined>,
  sampleRate: number,
  onSamples: (done: number) => void,
): Promise<number> {
  let done = 0;
  const listen = async (meter: { push(chunk: StereoChunk): void }) => {
    for await (const chunk of startMix()) {
      meter.push(chunk);
      done += chunk.left.length;
      onSamples(done);
    }
  };
  const meter = new MixMeter(sampleRate);
  await listen(meter);
  const levels = meter.finish();
  const gain = plainGain(levels);
  if (!needsLimiter(levels, gain)) return gain;
  const search = new LimitedGainSearch(sampleRate, levels, gain);
  await listen(search);
  return search.finish();
}

/** A mix as AAC will leave it; as long as it was. */
export async function* withoutTreble(
  mix: AsyncGenerator<StereoChunk, void, undefined>,
  sampleRate: number,
): AsyncGenerator<StereoChunk, void, undefined> {
  const cut = new TrebleCut(sampleRate);
  for await (const chunk of mix) yield cut.push(chunk);
  yield cut.finish();
}

/** A mix at its final loudness, under the limiter; as long as it was. */
export async function* normaliseSoundtrack(
  mix: AsyncGenerator<StereoChunk, void, undefined>,
  sampleRate: number,
  gainDb: number,
): AsyncGenerator<StereoChunk, void, undefined> {
  const limiter = new TruePeakLimiter(sampleRate, fromDecibels(gainDb), LIMITER_CEILING);
  for await (const chunk of mix) {
    const done = limiter.push(chunk);
    if (done.left.length > 0) yield done;
  }
  yield limiter.finish();
}
