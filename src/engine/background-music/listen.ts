import type { SampleSpan } from '#core/audio/gain-envelope.ts';
import { type MusicPlan, SHORTEST_TRACK_SECONDS } from '#core/audio/music-plan.ts';
import { SoundActivity } from '#core/audio/sound-activity.ts';
import { StudioError } from '#core/errors.ts';
import type { TrackDecoder } from '../audio/decode-track.ts';
import { type OpenSound, renderSoundtrack } from '../audio/soundtrack.ts';

/**
 * How long a track really is, by decoding it: what files say of it is a guess in some formats.
 * @param enough seconds; a longer track need not be decoded to its end.
 * @param onSeconds how far it has been decoded.
 * @throws StudioError `file-unsupported` where it is too short to be music; as `TrackDecoder.chunks`.
 */
export async function measureTrack(
  track: TrackDecoder,
  name: string,
  enough: number,
  onSeconds: (seconds: number) => void,
): Promise<number> {
  let reached = 0;
  for await (const { time, sampleRate, stereo } of track.chunks()) {
    reached = time + stereo.left.length / sampleRate;
    onSeconds(reached);
    if (reached >= enough) break;
  }
  if (reached >= SHORTEST_TRACK_SECONDS) return reached;
  throw new StudioError(
    'file-unsupported',
    `“${name}” lasts ${reached.toFixed(2)} s, which is too short for music. Choose a track of at least ${SHORTEST_TRACK_SECONDS} s.`,
    { file: name, rule: `at least ${SHORTEST_TRACK_SECONDS} s of sound`, value: reached },
  );
}

/** Where something is heard in the video itself. */
export async function findHeard(
  own: MusicPlan['own'],
  open: OpenSound,
  onSeconds: (seconds: number) => void,
): Promise<SampleSpan[]> {
  const activity = new SoundActivity(own.sampleRate);
  let samples = 0;
  for await (const chunk of renderSoundtrack(own, open)) {
    activity.push(chunk);
    samples += chunk.left.length;
    onSeconds(samples / own.sampleRate);
  }
  return activity.finish();
}
