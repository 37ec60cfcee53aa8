import type { AudioCodec } from 'mediabunny';
import { OWN_SOUND, wholeSound } from '#core/audio/music-plan.ts';
import type { VideoTarget } from '#core/convert/conversion.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import { openTrack } from '../audio/decode-track.ts';
import { renderSoundtrack } from '../audio/soundtrack.ts';
import { MixedSound, soundEncodingFor } from '../video-file/mixed-sound.ts';
import type { OpenVideo, VideoFile } from '../video-file/open-video.ts';
import type { PlannedSound } from '../video-file/sound-beside.ts';
import { copiedSounds, planSounds } from '../video-file/sound-copier.ts';

/** What plays everywhere from such a file is taken over as it is. */
const KEPT: Record<VideoTarget, AudioCodec> = { mp4: 'aac', webm: 'opus' };

/**
 * The sound of a converted video, which has one at most: copied where that can be, else decoded and encoded anew.
 * @throws StudioError `file-unsupported` where this browser cannot decode it.
 */
export async function planVideoSound(
  video: OpenVideo,
  file: VideoFile,
  to: VideoTarget,
  audio: AudioSettings,
): Promise<PlannedSound> {
  const track = await video.input.getPrimaryAudioTrack();
  if (!track) return copiedSounds([], 0);
  if ((await track.getCodec()) === KEPT[to]) {
    return copiedSounds(await planSounds({ ...video, sounds: [track] }, to), video.shift);
  }
  const end = Math.max(video.end, await track.computeDuration());
  const totalSamples = Math.round((end - video.shift) * audio.sampleRate);
  const encoding = await soundEncodingFor(to, audio, totalSamples);
  // Decoders count from the first picture, the new file from whatever begins first.
  const whole = wholeSound(OWN_SOUND, totalSamples, video.shift - video.start);
  const plan = { sampleRate: audio.sampleRate, totalSamples, sounds: [whole] };
  return {
    tracks: [encoding],
    open: (writer) =>
      MixedSound.open(
        writer,
        encoding,
        renderSoundtrack(plan, () => openTrack(file.bytes, file.name)),
      ),
  };
}
