/** Two channels of equal length, samples from -1 to 1. */
export interface StereoChunk {
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
}

export function silence(length: number): StereoChunk {
  return { left: new Float32Array(length), right: new Float32Array(length) };
}

/** Shares memory with `chunk`. */
export function sliceChunk(chunk: StereoChunk, start: number, end = chunk.left.length): StereoChunk {
  return { left: chunk.left.subarray(start, end), right: chunk.right.subarray(start, end) };
}

/** In memory of its own. */
export function copyChunk({ left, right }: StereoChunk): StereoChunk {
  return { left: left.slice(), right: right.slice() };
}

/** Adds a chunk in place to another, from its sample `offset` on. */
export function addChunk(target: StereoChunk, offset: number, { left, right }: StereoChunk): void {
  for (let n = 0; n < left.length; n++) {
    target.left[offset + n] = (target.left[offset + n] as number) + (left[n] as number);
    target.right[offset + n] = (target.right[offset + n] as number) + (right[n] as number);
  }
}

/** Multiplies a chunk in place. */
export function scaleChunk({ left, right }: StereoChunk, gain: number): void {
  if (gain === 1) return;
  for (let n = 0; n < left.length; n++) {
    left[n] = (left[n] as number) * gain;
    right[n] = (right[n] as number) * gain;
  }
}

/** One after the other, in memory of their own. */
export function joinChunks(first: StereoChunk, second: StereoChunk): StereoChunk {
  const joined = silence(first.left.length + second.left.length);
  joined.left.set(first.left);
  joined.left.set(second.left, first.left.length);
  joined.right.set(first.right);
  joined.right.set(second.right, first.right.length);
  return joined;
}

/** -3 dB: what a channel in the middle or at the back adds to each side (ITU-R BS.775). */
const HALF_POWER = Math.SQRT1_2;

/** What each source channel adds to left and right, by number of channels; order as WAVE and WebCodecs give them. */
const DOWNMIX: Readonly<Record<number, { readonly left: readonly number[]; readonly right: readonly number[] }>> = {
  1: { left: [1], right: [1] },
  2: { left: [1, 0], right: [0, 1] },
  // Left, right, centre.
  3: { left: [1, 0, HALF_POWER], right: [0, 1, HALF_POWER] },
  // Left, right, back left, back right.
  4: { left: [1, 0, HALF_POWER, 0], right: [0, 1, 0, HALF_POWER] },
  // Left, right, centre, back left, back right.
  5: { left: [1, 0, HALF_POWER, HALF_POWER, 0], right: [0, 1, HALF_POWER, 0, HALF_POWER] },
  // 5.1: left, right, centre, low frequencies (left out, as BS.775 does), back left, back right.
  6: { left: [1, 0, HALF_POWER, 0, HALF_POWER, 0], right: [0, 1, HALF_POWER, 0, 0, HALF_POWER] },
  // 7.1: as 5.1, then side left, side right.
  8: {
    left: [1, 0, HALF_POWER, 0, HALF_POWER, 0, HALF_POWER, 0],
    right: [0, 1, HALF_POWER, 0, 0, HALF_POWER, 0, HALF_POWER],
  },
};

/**
 * Any number of channels as two. One is heard on both sides; more than two are mixed down and made quieter by as much
 * as keeps the loudest possible mix inside -1 to 1. Samples that are no finite number become silence.
 */
export function toStereo(channels: readonly Float32Array[]): StereoChunk {
  const weights = DOWNMIX[channels.length];
  // An unknown layout: its first two channels are the front pair in every order in use.
  if (!weights) return toStereo(channels.slice(0, 2));
  return { left: mix(channels, weights.left), right: mix(channels, weights.right) };
}

function mix(channels: readonly Float32Array[], weights: readonly number[]): Float32Array<ArrayBuffer> {
  const mixed = new Float32Array(channels[0]?.length ?? 0);
  const gain = 1 / weights.reduce((sum, weight) => sum + weight, 0);
  channels.forEach((channel, index) => {
    const weight = (weights[index] ?? 0) * gain;
    if (weight === 0) return;
    for (let i = 0; i < mixed.length; i++) {
      const sample = channel[i] ?? 0;
      if (Number.isFinite(sample)) mixed[i] = (mixed[i] ?? 0) + sample * weight;
    }
  });
  return mixed;
}
