import { describe, expect, it } from 'vitest';
import { hannWindow, RealFft } from './real-fft.ts';

describe('the transform of real samples', () => {
  it.each([8, 64, 2048])('gives the magnitudes of the definition (%d samples)', (size) => {
    const samples = Float32Array.from({ length: size }, (_, n) => Math.sin(n * n * 0.37) + 0.3 * Math.cos(n));
    const found = new Float32Array(size / 2);
    new RealFft(size).magnitudes(samples, found);
    for (const k of [0, 1, 2, size / 4, size / 2 - 1]) {
      let [re, im] = [0, 0];
      samples.forEach((sample, n) => {
        re += sample * Math.cos((2 * Math.PI * k * n) / size);
        im -= sample * Math.sin((2 * Math.PI * k * n) / size);
      });
      expect(found[k]).toBeCloseTo(Math.hypot(re, im), 3);
    }
  });

  it('shows a windowed tone at its own bin', () => {
    const window = hannWindow(1024);
    const samples = window.map((weight, n) => weight * Math.sin((2 * Math.PI * 100 * n) / 1024));
    const found = new Float32Array(512);
    new RealFft(1024).magnitudes(samples, found);
    expect(found.indexOf(Math.max(...found))).toBe(100);
  });
});
