import { AudioSample } from 'mediabunny';
import type { StereoChunk } from '#core/audio/stereo.ts';

/** As `stereoSample`, of a chunk whose sides are alike. */
export function monoSample({ left }: StereoChunk, sampleRate: number, position: number): AudioSample {
  return new AudioSample({
    data: left,
    format: 'f32-planar',
    numberOfChannels: 1,
    sampleRate,
    timestamp: position / sampleRate,
  });
}

/** A chunk as encoders take it; the caller closes it. @param position of its first sample, counted from the beginning. */
export function stereoSample({ left, right }: StereoChunk, sampleRate: number, position: number): AudioSample {
  const data = new Float32Array(left.length + right.length);
  data.set(left);
  data.set(right, left.length);
  return new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: 2,
    sampleRate,
    timestamp: position / sampleRate,
  });
}
