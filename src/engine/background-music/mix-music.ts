import { applyFade } from '#core/audio/fade.ts';
import { applyEnvelope } from '#core/audio/gain-envelope.ts';
import type { MusicPlan } from '#core/audio/music-plan.ts';
import { addChunk, type StereoChunk, scaleChunk } from '#core/audio/stereo.ts';
import { normaliseSoundtrack, withoutTreble } from '../audio/normalise-soundtrack.ts';
import { type OpenSound, renderSoundtrack } from '../audio/soundtrack.ts';

/** A video's sound with music under it, chunk by chunk, as loud as it is set and under the limiter. */
export function mixMusic(plan: MusicPlan, open: OpenSound): AsyncGenerator<StereoChunk, void, undefined> {
  const { sampleRate } = plan.own;
  return normaliseSoundtrack(withoutTreble(addedUp(plan, open), sampleRate), sampleRate, 0);
}

async function* addedUp(
  { own, music, ducking, musicGain, fadeOutSamples }: MusicPlan,
  open: OpenSound,
): AsyncGenerator<StereoChunk, void, undefined> {
  const ownChunks = renderSoundtrack(own, open);
  try {
    let position = 0;
    // Both are cut into chunks alike.
    for await (const chunk of renderSoundtrack(music, open)) {
      scaleChunk(chunk, musicGain);
      applyEnvelope(chunk, position, ducking);
      applyFade(chunk, position, { end: music.totalSamples, length: fadeOutSamples });
      position += chunk.left.length;
      const step = await ownChunks.next();
      if (!step.done) addChunk(chunk, 0, step.value);
      yield chunk;
    }
  } finally {
    await ownChunks.return();
  }
}
