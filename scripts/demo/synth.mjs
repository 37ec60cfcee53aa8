/** A small synthesiser: instruments that add notes to a stereo buffer. Times and lengths are in seconds. */

export const SAMPLE_RATE = 48_000;

/** @typedef {{ left: Float32Array, right: Float32Array }} Stereo */
/** @typedef {{ at: number, length: number, hertz: number, gain: number, pan?: number }} Note pan: -1 left to 1 right. */

/** @param {number} seconds @returns {Stereo} */
export function silence(seconds) {
  const length = Math.round(seconds * SAMPLE_RATE);
  return { left: new Float32Array(length), right: new Float32Array(length) };
}

/** Frequency of a MIDI note number, in hertz. @param {number} note */
export function hertz(note) {
  return 440 * 2 ** ((note - 69) / 12);
}

/** Mulberry32. @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Adds `voice(time since the note's start)` with constant-power panning.
 * @param {Stereo} out @param {number} at @param {number} length @param {number} pan @param {(time: number) => number} voice
 */
function add(out, at, length, pan, voice) {
  const from = Math.round(at * SAMPLE_RATE);
  const count = Math.min(Math.round(length * SAMPLE_RATE), out.left.length - from);
  const angle = ((pan + 1) * Math.PI) / 4;
  const [toLeft, toRight] = [Math.cos(angle), Math.sin(angle)];
  for (let index = 0; index < count; index++) {
    const value = voice(index / SAMPLE_RATE);
    out.left[from + index] = (out.left[from + index] ?? 0) + value * toLeft;
    out.right[from + index] = (out.right[from + index] ?? 0) + value * toRight;
  }
}

const TURN = 2 * Math.PI;

/** Warm strings: three voices out of tune by a few cents, whose overtones come and go. @param {Stereo} out @param {Note} note */
export function pad(out, { at, length, hertz: f, gain }) {
  const release = 2.2;
  for (const [cents, pan] of [
    [-7, -0.7],
    [0, 0],
    [6, 0.7],
  ]) {
    const pitch = f * 2 ** ((cents ?? 0) / 1200);
    add(out, at, length + release, pan ?? 0, (time) => {
      const swell = Math.min(1, time / 1.4) * (time < length ? 1 : Math.exp((-(time - length) / release) * 4));
      const bright = 0.45 + 0.25 * Math.sin(TURN * 0.11 * (at + time) + f);
      let value = 0;
      for (let k = 1; k <= 5; k++) value += (Math.sin(TURN * pitch * k * time + k) / k ** 1.5) * bright ** (k - 1);
      return (gain * swell * value) / 3;
    });
  }
}

/** A glassy bell by frequency modulation. @param {Stereo} out @param {Note} note */
export function bell(out, { at, length, hertz: f, gain, pan = 0 }) {
  add(out, at, length, pan, (time) => {
    const strike = Math.min(1, time / 0.004) * Math.exp((-time / length) * 5);
    const modulator = 1.6 * Math.exp(-time * 4) * Math.sin(TURN * f * 3.01 * time);
    return gain * strike * (Math.sin(TURN * f * time + modulator) + 0.3 * Math.sin(TURN * f * 2 * time));
  });
}

/** A felt piano: overtones that die sooner the higher they are. @param {Stereo} out @param {Note} note */
export function keys(out, { at, length, hertz: f, gain, pan = 0 }) {
  add(out, at, length + 0.3, pan, (time) => {
    const strike = Math.min(1, time / 0.006) * (time < length ? 1 : Math.exp(-(time - length) * 14));
    let value = 0;
    for (let k = 1; k <= 7; k++) {
      const stretched = f * k * Math.sqrt(1 + 0.0004 * k * k);
      value += (Math.sin(TURN * stretched * time) / k ** 1.3) * Math.exp(-time * (0.9 + 0.75 * k));
    }
    return gain * strike * value;
  });
}

/** A plucked string (Karplus and Strong, 1983). @param {Stereo} out @param {Note} note @param {() => number} random */
export function pluck(out, { at, length, hertz: f, gain, pan = 0 }, random) {
  const period = Math.round(SAMPLE_RATE / f);
  const string = Float32Array.from({ length: period }, () => random() * 2 - 1);
  let last = 0;
  for (let index = 0; index < period; index++) {
    last = 0.55 * last + 0.45 * (string[index] ?? 0);
    string[index] = last;
  }
  let place = 0;
  add(out, at, length, pan, (time) => {
    const next = (place + 1) % period;
    const value = string[place] ?? 0;
    string[place] = 0.996 * 0.5 * (value + (string[next] ?? 0));
    place = next;
    return gain * 2.2 * value * Math.min(1, (length - time) / 0.05);
  });
}

/** @param {Stereo} out @param {Note} note */
export function bass(out, { at, length, hertz: f, gain }) {
  add(out, at, length, 0, (time) => {
    const shape = Math.min(1, time / 0.01) * Math.min(1, (length - time) / 0.03);
    const drop = Math.exp(-time * 5);
    const tone = Math.sin(TURN * f * time) + (0.25 + 0.4 * drop) * Math.sin(TURN * 2 * f * time);
    return gain * shape * (tone + 0.25 * drop * Math.sin(TURN * 3 * f * time));
  });
}

/** @param {Stereo} out @param {number} at @param {number} gain */
export function kick(out, at, gain) {
  add(out, at, 0.4, 0, (time) => {
    // Integral of a pitch that falls from 150 Hz to 48 Hz.
    const phase = 48 * time + (102 / 38) * (1 - Math.exp(-38 * time));
    const click = 0.25 * Math.exp(-time * 700) * Math.sin(TURN * 1800 * time);
    return gain * (Math.exp(-time * 9) * Math.sin(TURN * phase) + click) * Math.min(1, (0.4 - time) / 0.05);
  });
}

/** @param {Stereo} out @param {number} at @param {number} gain @param {number} length @param {() => number} random */
export function hat(out, at, gain, length, random) {
  let [low, last] = [0, 0];
  add(out, at, length * 5, 0.15, (time) => {
    const white = random() * 2 - 1;
    low += 0.7 * (white - low);
    const high = white - low;
    const sharp = high - 0.5 * last;
    last = high;
    return gain * sharp * Math.exp(-time / length);
  });
}

/** @param {Stereo} out @param {number} at @param {number} gain @param {() => number} random */
export function clap(out, at, gain, random) {
  let [band, slow] = [0, 0];
  add(out, at, 0.35, -0.1, (time) => {
    const white = random() * 2 - 1;
    band += 0.32 * (white - band);
    slow += 0.06 * (band - slow);
    const hands = time < 0.03 ? Math.exp(-(time % 0.01) * 220) : Math.exp(-(time - 0.03) * 17);
    return gain * 1.6 * (band - slow) * hands;
  });
}

/** Mixes `source` into `out`. @param {Stereo} out @param {Stereo} source @param {(time: number) => number} gainAt */
export function mix(out, source, gainAt = () => 1) {
  for (let index = 0; index < out.left.length; index++) {
    const gain = gainAt(index / SAMPLE_RATE);
    out.left[index] = (out.left[index] ?? 0) + gain * (source.left[index] ?? 0);
    out.right[index] = (out.right[index] ?? 0) + gain * (source.right[index] ?? 0);
  }
}

const COMB_SAMPLES = [1557, 1617, 1491, 1422, 1277, 1356, 1188, 1116];
const ALLPASS_SAMPLES = [225, 556, 441, 341];

/**
 * A hall: eight damped combs into four all-passes for each side (Schroeder's, with Jezar's lengths).
 * @param {Stereo} dry @param {number} feedback 0.7 small room to 0.9 large hall @returns {Stereo} the reverberation alone.
 */
export function hall(dry, feedback) {
  const wet = { left: new Float32Array(dry.left.length), right: new Float32Array(dry.right.length) };
  for (const [side, spread] of /** @type {const} */ ([
    ['left', 0],
    ['right', 23],
  ])) {
    for (const length of COMB_SAMPLES) comb(dry[side], wet[side], length + spread, feedback);
    for (const length of ALLPASS_SAMPLES) allpass(wet[side], length + spread);
  }
  return wet;
}

/** @param {Float32Array} input @param {Float32Array} output @param {number} length @param {number} feedback */
function comb(input, output, length, feedback) {
  const line = new Float32Array(length);
  let damped = 0;
  for (let index = 0; index < input.length; index++) {
    const place = index % length;
    const value = line[place] ?? 0;
    damped = 0.65 * value + 0.35 * damped;
    line[place] = (input[index] ?? 0) * 0.12 + damped * feedback;
    output[index] = (output[index] ?? 0) + value;
  }
}

/** @param {Float32Array} samples @param {number} length */
function allpass(samples, length) {
  const line = new Float32Array(length);
  for (let index = 0; index < samples.length; index++) {
    const place = index % length;
    const delayed = line[place] ?? 0;
    const value = samples[index] ?? 0;
    line[place] = value + delayed * 0.5;
    samples[index] = delayed - value * 0.5;
  }
}
