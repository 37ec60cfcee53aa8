import { type Seconds, seconds } from '../units.ts';
import type { Playback } from './timeline.ts';

/** The whole of a source from its beginning, over and over. */
export function endlessly(sourceSeconds: Seconds): Playback {
  return { startSeconds: seconds(0), speed: 1, endSeconds: sourceSeconds, atEnd: 'loop', loopStartSeconds: seconds(0) };
}

/**
 * The time of the source that is on `elapsed` seconds after the clip's first frame. Before it (during a transition in)
 * `elapsed` is negative: what comes before in the source shows, or its first picture.
 */
export function sourceTimeAt(playback: Playback, elapsed: number): Seconds {
  const { startSeconds, speed, endSeconds, atEnd, loopStartSeconds } = playback;
  const time = Math.max(0, startSeconds + elapsed * speed);
  if (time < endSeconds) return seconds(time);
  if (atEnd === 'hold' || endSeconds <= loopStartSeconds) return endSeconds;
  return seconds(loopStartSeconds + ((time - endSeconds) % (endSeconds - loopStartSeconds)));
}
