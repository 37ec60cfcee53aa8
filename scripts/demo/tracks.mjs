import {
  bass,
  bell,
  clap,
  hall,
  hat,
  hertz,
  keys,
  kick,
  mix,
  pad,
  pluck,
  randomFrom,
  SAMPLE_RATE,
  silence,
} from './synth.mjs';

/** The demo pack's music, as scores. */

/** @typedef {import('./synth.mjs').Stereo} Stereo */
/** @typedef {{ id: string, name: string, bpm?: number, seconds: number, play: () => Stereo }} DemoTrack */

/** @type {readonly DemoTrack[]} */
export const DEMO_TRACKS = [
  { id: 'ambient-1', name: 'Golden hour', seconds: 36, play: goldenHour },
  { id: 'ambient-2', name: 'Velvet night', seconds: 36, play: velvetNight },
  { id: 'upbeat-1', name: 'Front row', bpm: 120, seconds: 34, play: frontRow },
];

/** Major sevenths that breathe under bells. */
function goldenHour() {
  const random = randomFrom(11);
  const dry = silence(36);
  const chords = [
    [48, 55, 64, 67, 71],
    [45, 52, 60, 64, 71],
    [41, 53, 60, 64, 69],
    [43, 50, 59, 62, 69],
  ];
  const scale = [72, 74, 76, 79, 81, 83, 84, 86, 88];
  for (let bar = 0; bar < 7; bar++) {
    const at = bar * 4.6;
    for (const note of chordAt(chords, bar)) pad(dry, { at, length: 4.4, hertz: hertz(note), gain: 0.16 });
    for (let step = 0; step < 8; step++) {
      if (bar === 0 && step < 3) continue;
      if (random() > 0.62) continue;
      const note = scale[Math.floor(random() * scale.length)] ?? 76;
      const pan = random() * 1.4 - 0.7;
      bell(dry, { at: at + step * 0.575, length: 2.6, hertz: hertz(note), gain: 0.035 + 0.04 * random(), pan });
    }
  }
  return inHall(dry, 0.88, 0.55, 0.75);
}

/** A felt piano over low strings, in a minor key. */
function velvetNight() {
  const random = randomFrom(23);
  const dry = silence(36);
  const chords = [
    [45, 57, 60, 64, 71],
    [41, 53, 60, 64, 67],
    [48, 55, 60, 64, 74],
    [43, 55, 59, 62, 69],
  ];
  const beat = 60 / 78;
  for (let bar = 0; bar < 10; bar++) {
    const at = bar * 4 * beat;
    const chord = chordAt(chords, bar);
    const [root = 45, ...upper] = chord;
    pad(dry, { at, length: 4 * beat, hertz: hertz(root), gain: 0.22 });
    pad(dry, { at, length: 4 * beat, hertz: hertz(root + 12), gain: 0.08 });
    const order = [0, 1, 2, 3, 2, 1, 3, 2];
    order.forEach((voice, step) => {
      const note = upper[voice % upper.length] ?? 60;
      const gain = (step === 0 ? 0.17 : 0.11) * (0.85 + 0.3 * random());
      keys(dry, { at: at + step * 0.5 * beat, length: 1.6, hertz: hertz(note), gain, pan: -0.3 + 0.15 * voice });
    });
    if (bar >= 2) {
      const melody = [76, 74, 71, 72, 76, 79, 74, 71][bar % 8] ?? 76;
      keys(dry, { at: at + 0.03, length: 2.4, hertz: hertz(melody), gain: 0.16, pan: 0.25 });
      keys(dry, { at: at + 2.5 * beat, length: 1.4, hertz: hertz(melody + (bar % 2 ? -2 : 3)), gain: 0.1, pan: 0.3 });
    }
  }
  return inHall(dry, 0.84, 0.42, 0.85);
}

/** Four on the floor at 120 beats a minute; the drums come in after two bars. */
function frontRow() {
  const random = randomFrom(37);
  const beat = 0.5;
  const bars = 16;
  const seconds = 34;
  const [drums, low, music] = [silence(seconds), silence(seconds), silence(seconds)];
  const chords = [
    [57, 60, 64, 67],
    [53, 57, 60, 64],
    [48, 55, 60, 64],
    [55, 59, 62, 67],
  ];
  for (let bar = 0; bar < bars; bar++) {
    const at = bar * 4 * beat;
    const chord = chordAt(chords, bar);
    const drumsPlay = bar >= 2 && bar < 15;
    const full = bar >= 6 && bar !== 10;
    for (let step = 0; step < 4; step++) {
      if (drumsPlay) kick(drums, at + step * beat, 0.62);
      if (drumsPlay && step % 2 === 1) clap(drums, at + step * beat, 0.26, random);
      if (bar >= 1) hat(drums, at + (step + 0.5) * beat, 0.16, 0.035, random);
      if (full) hat(drums, at + (step + 0.25) * beat, 0.05, 0.016, random);
      if (full) hat(drums, at + (step + 0.75) * beat, 0.06, 0.016, random);
    }
    for (const note of chord) pad(music, { at, length: 4 * beat - 0.3, hertz: hertz(note), gain: 0.085 });
    const root = lowered(chord[0] ?? 48);
    if (drumsPlay) {
      for (const step of [0.5, 1.5, 2, 2.5, 3.5]) {
        bass(low, { at: at + step * beat, length: 0.42 * beat, hertz: hertz(root), gain: 0.26 });
      }
    }
    const pattern = [0, 2, 1, 3, 2, 0, 3, 1, 0, 2, 1, 3, 2, 3, 1, 2];
    pattern.forEach((voice, step) => {
      if (bar < 2 && step % 2 === 1) return;
      const octave = full && step % 4 === 3 ? 24 : 12;
      const note = (chord[voice] ?? 60) + octave;
      const pan = step % 2 ? 0.45 : -0.45;
      const gain = (bar < 2 ? 0.1 : 0.14) * (step % 4 === 0 ? 1.15 : 0.9);
      pluck(music, { at: at + step * 0.25 * beat, length: 0.5, hertz: hertz(note), gain, pan }, random);
    });
  }
  const last = bars * 4 * beat;
  kick(drums, last, 0.6);
  for (const note of [45, 57, 60, 64, 69]) bell(music, { at: last, length: 2, hertz: hertz(note), gain: 0.08 });
  // The music gives way to each kick and swells back.
  const duck = (/** @type {number} */ time) => {
    if (time < 8 * beat || time >= 60 * beat) return 1;
    const since = time % beat;
    return 1 - 0.6 * Math.exp(-since / 0.11) * Math.min(1, since / 0.004);
  };
  const out = silence(seconds);
  mix(out, drums);
  mix(out, low, duck);
  mix(out, music, duck);
  mix(out, hall(music, 0.78), (time) => 0.35 * duck(time));
  mix(out, hall(drums, 0.6), () => 0.08);
  return fadeEnds(out, 0.01, 1.4);
}

/** @param {readonly number[][]} chords @param {number} bar @returns {number[]} */
function chordAt(chords, bar) {
  return chords[bar % chords.length] ?? [];
}

/** @param {Stereo} dry @param {number} feedback @param {number} wetGain @param {number} fadeInSeconds */
function inHall(dry, feedback, wetGain, fadeInSeconds) {
  const out = silence(dry.left.length / SAMPLE_RATE);
  mix(out, dry);
  mix(out, hall(dry, feedback), () => wetGain);
  return fadeEnds(out, fadeInSeconds, 3);
}

/** @param {Stereo} sound @param {number} inSeconds @param {number} outSeconds */
function fadeEnds(sound, inSeconds, outSeconds) {
  const seconds = sound.left.length / SAMPLE_RATE;
  const faded = silence(seconds);
  mix(faded, sound, (time) => Math.min(1, time / inSeconds, (seconds - time) / outSeconds));
  return faded;
}

/** The same note in the octave from E1, where a bass plays. @param {number} note */
function lowered(note) {
  return 28 + ((note - 28) % 12);
}
