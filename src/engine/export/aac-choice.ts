import { StudioError } from '#core/errors.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import { withTimeLimit } from '../media/time-limit.ts';
import { AAC_PACKET_SAMPLES, type AacChoice, BUNDLED_AAC } from './aac-encoder.ts';

/** Length of the test sound and the place of its click, in samples. */
const TEST_SAMPLES = 16 * AAC_PACKET_SAMPLES;
const CLICK_SAMPLE = 6000;
/** A delay outside of these is a decoder's doing, or a wrong measurement; encoders have 1,024 to 2,112. */
const SHORTEST_DELAY = 1024;
const LONGEST_DELAY = 4096;
const TEST_SECONDS = 5;

/** A click that was not found above this has been lost on the way: 0 to 1. */
const AUDIBLE = 0.2;

/**
 * Finds out whether this browser really encodes AAC, and with what delay, by encoding a click and looking where it
 * comes out. What it says of itself is not asked: some say yes and fail, and none tells its delay.
 */
export async function chooseAacEncoder(settings: AudioSettings): Promise<AacChoice> {
  if (typeof AudioEncoder === 'undefined' || typeof AudioDecoder === 'undefined') return BUNDLED_AAC;
  try {
    const delay = await withTimeLimit(measureDelay(settings), TEST_SECONDS, hangs);
    const plausible = delay >= SHORTEST_DELAY && delay <= LONGEST_DELAY;
    return plausible ? { encoder: 'native', primingSamples: delay } : BUNDLED_AAC;
  } catch {
    // Whatever it failed with, the answer is the same: the encoder that comes with the app is used instead.
    return BUNDLED_AAC;
  }
}

/** @returns how many samples later than it went in the click comes out. */
async function measureDelay(settings: AudioSettings): Promise<number> {
  const { chunks, decoderConfig } = await encodeClick(settings);
  const samples = await decodeLeft(chunks, decoderConfig);
  const loudest = samples.reduce((best, sample, i) => (Math.abs(sample) > Math.abs(samples[best] ?? 0) ? i : best), 0);
  if (Math.abs(samples[loudest] ?? 0) < AUDIBLE) throw new Error('The click was lost.');
  return loudest - CLICK_SAMPLE;
}

interface EncodedClick {
  readonly chunks: readonly EncodedAudioChunk[];
  readonly decoderConfig: AudioDecoderConfig;
}

async function encodeClick({ sampleRate, bitRate }: AudioSettings): Promise<EncodedClick> {
  const chunks: EncodedAudioChunk[] = [];
  let decoderConfig: AudioDecoderConfig | undefined;
  const failure = new Failure();
  const encoder = new AudioEncoder({
    output: (chunk, meta) => {
      chunks.push(chunk);
      decoderConfig ??= meta?.decoderConfig;
    },
    error: (error) => failure.set(error),
  });
  try {
    encoder.configure({ codec: 'mp4a.40.2', sampleRate, numberOfChannels: 2, bitrate: bitRate });
    const sound = new AudioData({
      format: 'f32-planar',
      sampleRate,
      numberOfChannels: 2,
      numberOfFrames: TEST_SAMPLES,
      timestamp: 0,
      data: clickOnBothSides(),
    });
    encoder.encode(sound);
    sound.close();
    await encoder.flush();
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  failure.throwIfSet();
  if (!decoderConfig) throw new Error('The encoder did not describe its stream.');
  return { chunks, decoderConfig };
}

async function decodeLeft(chunks: readonly EncodedAudioChunk[], config: AudioDecoderConfig): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  const failure = new Failure();
  const decoder = new AudioDecoder({
    output: (data) => {
      const part = new Float32Array(data.numberOfFrames);
      data.copyTo(part, { planeIndex: 0, format: 'f32-planar' });
      parts.push(part);
      data.close();
    },
    error: (error) => failure.set(error),
  });
  try {
    decoder.configure(config);
    for (const chunk of chunks) decoder.decode(chunk);
    await decoder.flush();
  } finally {
    if (decoder.state !== 'closed') decoder.close();
  }
  failure.throwIfSet();
  return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}

/** A short bell of noise-free 3 kHz: codecs keep it in place, where a single sample would be smeared. */
function clickOnBothSides(): Float32Array<ArrayBuffer> {
  const data = new Float32Array(2 * TEST_SAMPLES);
  for (let offset = -96; offset <= 96; offset++) {
    const value = 0.9 * Math.cos((2 * Math.PI * offset) / 16) * Math.exp(-((offset / 24) ** 2));
    data[CLICK_SAMPLE + offset] = value;
    data[TEST_SAMPLES + CLICK_SAMPLE + offset] = value;
  }
  return data;
}

/** Codecs report errors beside the flow of calls. */
class Failure {
  #error: DOMException | null = null;

  set(error: DOMException): void {
    this.#error = error;
  }

  throwIfSet(): void {
    if (this.#error) throw this.#error;
  }
}

function hangs(): StudioError {
  return new StudioError('encoder-failed', 'The sound encoder does not answer.', {
    rule: 'seconds',
    value: TEST_SECONDS,
  });
}
