import type { AudioSample, AudioSampleSource } from 'mediabunny';
import type { StereoChunk } from '#core/audio/stereo.ts';
import { StudioError } from '#core/errors.ts';
import { monoSample, stereoSample } from '../audio/stereo-sample.ts';
import { withTimeLimit } from '../media/time-limit.ts';

/** A file that holds sound alone, being written. Whoever opened it finishes or cancels it. */
export interface SoundFile {
  /** Takes the next samples; the await is the backpressure. */
  add(chunk: StereoChunk): Promise<void>;
  /** Completes the file and gives its size in bytes. */
  finish(): Promise<number>;
  /** Gives up. What was written stays in the sink, for its owner to remove. */
  cancel(): Promise<void>;
}

export interface SoundShape {
  /** In hertz. */
  readonly sampleRate: number;
  /** Of one channel, both sides are alike. */
  readonly channels: 1 | 2;
}

/** An encoder's own worker answers in milliseconds; where it could not start, it never does. */
const STALL_SECONDS = 30;

/** Hands chunk after chunk to the media library, each at its place. */
export class SampleFeed {
  #samples = 0;

  /** @param guard runs what may fail, as `guardEncoding` does. */
  constructor(
    private readonly source: AudioSampleSource,
    private readonly shape: SoundShape,
    private readonly guard: (work: () => Promise<void>) => Promise<void>,
  ) {}

  /** How many it was given, of one channel. */
  get samples(): number {
    return this.#samples;
  }

  async add(chunk: StereoChunk): Promise<void> {
    if (chunk.left.length === 0) return;
    const sample = sampleOf(chunk, this.shape, this.#samples);
    this.#samples += chunk.left.length;
    try {
      await this.guard(() => this.source.add(sample));
    } finally {
      sample.close();
    }
  }
}

/** A chunk as encoders take it; the caller closes it. @param position of its first sample, counted from the beginning. */
function sampleOf(chunk: StereoChunk, { sampleRate, channels }: SoundShape, position: number): AudioSample {
  return (channels === 1 ? monoSample : stereoSample)(chunk, sampleRate, position);
}

/** @throws StudioError `encoder-failed`, `render-stalled`, or what of these the work throws itself. */
export async function guardEncoding(name: 'MP3' | 'WAV', work: () => Promise<void>): Promise<void> {
  try {
    await withTimeLimit(work(), STALL_SECONDS, stalled);
  } catch (thrown) {
    if (thrown instanceof StudioError && thrown.code !== 'unexpected') throw thrown;
    throw encoderFailed(name, thrown);
  }
}

function encoderFailed(name: 'MP3' | 'WAV', thrown: unknown): StudioError {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  const other = name === 'MP3' ? 'WAV' : 'MP3';
  return new StudioError(
    'encoder-failed',
    `The sound could not be written as ${name}: ${cause}. Try again, or convert it to ${other}.`,
    { rule: `encodes ${name}`, cause },
    { cause: thrown },
  );
}

function stalled(): StudioError {
  return new StudioError(
    'render-stalled',
    `The sound encoder stopped answering: nothing came for ${STALL_SECONDS} seconds. Close other tabs, then try again.`,
    { rule: 'seconds without an answer', value: STALL_SECONDS },
  );
}
