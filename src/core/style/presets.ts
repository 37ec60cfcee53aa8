import { NEUTRAL_GRADE } from './grade.ts';
import type { StyleName, StylePreset } from './style.ts';

/** The built-in styles. `luxury-gold` is the golden frame as it always was: hard cuts, true colours, a slow zoom. */
export const STYLE_PRESETS: Record<StyleName, StylePreset> = {
  'luxury-gold': {
    pace: { quietSeconds: 6, strongSeconds: 4 },
    transitions: ['cut'],
    transitionSeconds: 0,
    grade: NEUTRAL_GRADE,
    motions: ['in'],
    hook: { animation: 'none', family: 'sans', fill: '#FFFFFF', uppercase: false },
  },
  'cinematic-drama': {
    pace: { quietSeconds: 5, strongSeconds: 2.5 },
    transitions: ['crossfade', 'crossfade', 'dip-to-black'],
    transitionSeconds: 0.8,
    grade: { warmth: -0.35, saturation: 0.85, contrast: 1.2 },
    motions: ['in', 'pan-right', 'out', 'to-focus'],
    hook: { animation: 'fade', family: 'serif', fill: '#F4F1EA', uppercase: false },
  },
  'energetic-dance': {
    pace: { quietSeconds: 1.5, strongSeconds: 0.7 },
    transitions: ['cut', 'whip', 'cut', 'zoom', 'cut', 'flash'],
    transitionSeconds: 0.25,
    grade: { warmth: 0.1, saturation: 1.2, contrast: 1.1 },
    motions: ['in', 'out', 'pan-left', 'pan-right'],
    hook: { animation: 'pop', family: 'sans', fill: '#FFFFFF', uppercase: true },
  },
  'minimal-clean': {
    pace: { quietSeconds: 4, strongSeconds: 3 },
    transitions: ['cut', 'crossfade'],
    transitionSeconds: 0.4,
    grade: { warmth: 0, saturation: 0.92, contrast: 1.03 },
    motions: ['none'],
    hook: { animation: 'fade', family: 'sans', fill: '#FFFFFF', uppercase: false },
  },
  'vintage-film': {
    pace: { quietSeconds: 4, strongSeconds: 2 },
    transitions: ['dip-to-black', 'crossfade', 'cut'],
    transitionSeconds: 0.5,
    grade: { warmth: 0.8, saturation: 0.55, contrast: 0.88 },
    motions: ['out', 'none', 'in', 'none'],
    hook: { animation: 'typewriter', family: 'serif', fill: '#F6E7C8', uppercase: false },
  },
  'neon-night': {
    pace: { quietSeconds: 2, strongSeconds: 1 },
    transitions: ['flash', 'slide', 'cut', 'whip'],
    transitionSeconds: 0.3,
    grade: { warmth: -0.8, saturation: 1.35, contrast: 1.18 },
    motions: ['pan-left', 'in', 'pan-right', 'out'],
    hook: { animation: 'slide', family: 'sans', fill: '#7FF4FF', uppercase: true },
  },
  'soft-romance': {
    pace: { quietSeconds: 5, strongSeconds: 3.5 },
    transitions: ['crossfade'],
    transitionSeconds: 1,
    grade: { warmth: 0.45, saturation: 0.9, contrast: 0.9 },
    motions: ['to-focus', 'out', 'pan-up', 'in'],
    hook: { animation: 'rise', family: 'serif', fill: '#FFE9EC', uppercase: false },
  },
  'bold-sale': {
    pace: { quietSeconds: 2, strongSeconds: 1.2 },
    transitions: ['slide', 'zoom', 'cut'],
    transitionSeconds: 0.3,
    grade: { warmth: 0.2, saturation: 1.14, contrast: 1.1 },
    motions: ['in', 'out'],
    hook: { animation: 'pop', family: 'sans', fill: '#FFE14A', uppercase: true },
  },
};
