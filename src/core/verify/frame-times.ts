import { type FrameRate, frameToSeconds } from '../units.ts';

/**
 * How far the frames of a file stand from their times: the largest distance, in milliseconds, between the n-th frame in
 * order of presentation and `n` frame lengths. A frame that is missing, doubled or out of step is a whole frame off.
 * @param timestamps of all packets in any order, in seconds.
 */
export function frameTimeError(timestamps: readonly number[], rate: FrameRate): number {
  const sorted = [...timestamps].sort((a, b) => a - b);
  const errors = sorted.map((time, frame) => Math.abs(time - frameToSeconds(frame, rate)));
  return 1000 * errors.reduce((worst, error) => Math.max(worst, error), 0);
}
