import { applyFade, applyFadeIn } from '#core/audio/fade.ts';
import { applyEnvelope } from '#core/audio/gain-envelope.ts';
import type { SoundPlan, SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import { addChunk, type StereoChunk, scaleChunk, silence, sliceChunk } from '#core/audio/stereo.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { TrackDecoder } from './decode-track.ts';
import { soundSamples } from './sound-samples.ts';

/** Samples of one chunk of the mix: 0.1 s at 48 kHz. */
const CHUNK_SAMPLES = 4800;

export type SoundDecoder = Pick<TrackDecoder, 'chunks' | 'dispose'>;
/** Opens an asset's sound. Whoever opened it disposes it. */
export type OpenSound = (assetId: AssetId) => Promise<SoundDecoder>;

/**
 * The mix of a video, chunk by chunk: each sound at its place to the sample, with its gain, fades and ducking; up to
 * `plan.totalSamples`. A decoder is open only while its sound is on, and no more than a few chunks of it in memory.
 * @param from first sample.
 */
export async function* renderSoundtrack(
  plan: SoundtrackPlan,
  open: OpenSound,
  from = 0,
): AsyncGenerator<StereoChunk, void, undefined> {
  const playing = new Map<SoundPlan, PlayingSound>();
  try {
    for (let position = from; position < plan.totalSamples; position += CHUNK_SAMPLES) {
      const end = Math.min(position + CHUNK_SAMPLES, plan.totalSamples);
      const mix = silence(end - position);
      for (const sound of plan.sounds) {
        if (sound.start >= end || sound.end <= position) continue;
        const start = Math.max(sound.start, position);
        const player = playing.get(sound) ?? new PlayingSound(sound, plan.sampleRate, open, start);
        playing.set(sound, player);
        addChunk(mix, start - position, await player.next(Math.min(sound.end, end) - start));
        if (sound.end > end) continue;
        playing.delete(sound);
        await player.close();
      }
      yield mix;
    }
  } finally {
    await Promise.all([...playing.values()].map((player) => player.close()));
  }
}

/** One sound of the mix while it is on. */
class PlayingSound {
  readonly #samples: AsyncGenerator<StereoChunk, void, undefined>;
  /** Decoded, and not taken yet. */
  #rest: StereoChunk = silence(0);
  #ended = false;

  constructor(
    private readonly sound: SoundPlan,
    sampleRate: number,
    open: OpenSound,
    private position: number,
  ) {
    this.#samples = soundSamples(sound, sampleRate, open, position);
  }

  /** The next samples as they are heard; silence after the end of the source. */
  async next(length: number): Promise<StereoChunk> {
    const { gain, ducking, start, end, fadeInSamples, fadeOutSamples } = this.sound;
    const chunk = await this.#take(length);
    scaleChunk(chunk, gain);
    applyEnvelope(chunk, this.position, ducking);
    applyFadeIn(chunk, this.position, { start, length: fadeInSamples });
    applyFade(chunk, this.position, { end, length: fadeOutSamples });
    this.position += length;
    return chunk;
  }

  async close(): Promise<void> {
    await this.#samples.return();
  }

  async #take(length: number): Promise<StereoChunk> {
    const taken = silence(length);
    for (let filled = 0; filled < length && !this.#ended; ) {
      if (this.#rest.left.length === 0) {
        const step = await this.#samples.next();
        if (step.done) this.#ended = true;
        else this.#rest = step.value;
        continue;
      }
      const part = sliceChunk(this.#rest, 0, length - filled);
      addChunk(taken, filled, part);
      filled += part.left.length;
      this.#rest = sliceChunk(this.#rest, part.left.length);
    }
    return taken;
  }
}
