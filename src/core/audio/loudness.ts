import type { StereoChunk } from './stereo.ts';

/**
 * Integrated loudness as ITU-R BS.1770-4 and EBU R 128 define it: both channels through the K filter, mean squares of
 * blocks of 400 ms that overlap by 75 %, an absolute and a relative gate. Streaming: ten numbers a second stay in memory.
 */

/** Blocks begin every 100 ms and last four such steps. */
const STEPS_PER_SECOND = 10;
const STEPS_PER_BLOCK = 4;
/** Blocks below it do not count, in LUFS. */
const ABSOLUTE_GATE = -70;
/** Nor do those so far below the mean of the others, in LU. */
const RELATIVE_GATE = -10;
/** Makes a 997 Hz sine at full scale on one channel -3.01 LUFS. */
const CALIBRATION = -0.691;

export class LoudnessMeter {
  readonly #left: KFilter;
  readonly #right: KFilter;
  readonly #stepSamples: number;
  /** Sum over both channels of squares in the step under way. */
  #sum = 0;
  #filled = 0;
  /** Mean squares of the last steps, oldest first. */
  readonly #steps: number[] = [];
  /** Mean squares of all blocks. */
  readonly #blocks: number[] = [];

  /** @param sampleRate in hertz; any that is above 4 kHz. */
  constructor(sampleRate: number) {
    this.#left = new KFilter(sampleRate);
    this.#right = new KFilter(sampleRate);
    this.#stepSamples = Math.round(sampleRate / STEPS_PER_SECOND);
  }

  push({ left, right }: StereoChunk): void {
    for (let n = 0; n < left.length; n++) {
      const a = this.#left.next(left[n] as number);
      const b = this.#right.next(right[n] as number);
      this.#sum += a * a + b * b;
      if (++this.#filled === this.#stepSamples) this.#closeStep();
    }
  }

  /** In LUFS, of everything that was pushed; `-Infinity` where it is shorter than a block or below the gate. */
  integrated(): number {
    const audible = this.#blocks.filter((power) => toLufs(power) > ABSOLUTE_GATE);
    const gate = toLufs(mean(audible)) + RELATIVE_GATE;
    return toLufs(mean(audible.filter((power) => toLufs(power) > gate)));
  }

  #closeStep(): void {
    this.#steps.push(this.#sum / this.#stepSamples);
    this.#sum = 0;
    this.#filled = 0;
    if (this.#steps.length < STEPS_PER_BLOCK) return;
    this.#blocks.push(mean(this.#steps));
    this.#steps.shift();
  }
}

/** The K filter: a shelf for the head's effect on treble, then a high pass, each of second order. */
class KFilter {
  readonly #shelf: Biquad;
  readonly #highPass: Biquad;

  constructor(sampleRate: number) {
    this.#shelf = trebleShelf(sampleRate);
    this.#highPass = highPass(sampleRate);
  }

  next(sample: number): number {
    return this.#highPass.next(this.#shelf.next(sample));
  }
}

/** Transposed direct form II. */
class Biquad {
  #first = 0;
  #second = 0;

  constructor(
    private readonly b0: number,
    private readonly b1: number,
    private readonly b2: number,
    private readonly a1: number,
    private readonly a2: number,
  ) {}

  next(sample: number): number {
    const output = this.b0 * sample + this.#first;
    this.#first = this.b1 * sample - this.a1 * output + this.#second;
    this.#second = this.b2 * sample - this.a2 * output;
    return output;
  }
}

/**
 * BS.1770 gives its filters as numbers for 48 kHz. These are the analogue filters behind them (corner frequency in
 * hertz, quality, gain), brought to any rate by the bilinear transform; at 48 kHz they give the standard's numbers.
 */
const SHELF = { frequency: 1681.974450955533, quality: 0.7071752369554196, gainDb: 3.999843853973347 } as const;
const HIGH_PASS = { frequency: 38.13547087602444, quality: 0.5003270373238773 } as const;
/** Share of the shelf's gain (as an exponent) at its corner. */
const SHELF_MIDDLE = 0.4996667741545416;

function trebleShelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * SHELF.frequency) / sampleRate);
  const high = 10 ** (SHELF.gainDb / 20);
  const middle = high ** SHELF_MIDDLE;
  const damping = k / SHELF.quality;
  const a0 = 1 + damping + k * k;
  return new Biquad(
    (high + middle * damping + k * k) / a0,
    (2 * (k * k - high)) / a0,
    (high - middle * damping + k * k) / a0,
    (2 * (k * k - 1)) / a0,
    (1 - damping + k * k) / a0,
  );
}

function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * HIGH_PASS.frequency) / sampleRate);
  const damping = k / HIGH_PASS.quality;
  const a0 = 1 + damping + k * k;
  // The standard leaves this filter's gain as it comes out: 1, -2, 1 over the poles.
  return new Biquad(1, -2, 1, (2 * (k * k - 1)) / a0, (1 - damping + k * k) / a0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function toLufs(meanSquare: number): number {
  return CALIBRATION + 10 * Math.log10(meanSquare);
}
