import { PeakCollector } from '#core/audio/peaks.ts';
import { StudioError } from '#core/errors.ts';
import type { AudioFacts } from '#core/media/asset.ts';
import { seconds } from '#core/units.ts';
import { openTrack } from '../audio/decode-track.ts';

export interface ScannedTrack {
  readonly facts: AudioFacts;
  /** Loudest absolute sample (0 to 1) of equal slices of the whole length. */
  readonly peaks: Float32Array<ArrayBuffer>;
}

/** Slices of a waveform: enough for a picture as wide as a screen. */
const PEAK_SLICES = 512;

/**
 * Decodes a whole track once, chunk by chunk: what is in it, how long it really is, how loud where.
 * @param name what the file is called, for error messages.
 * @param onProgress how far it has been decoded, in seconds.
 * @throws StudioError `file-damaged` when it does not decode to its end or holds no samples, `file-unsupported` when it
 * has no sound or a codec that this browser cannot decode.
 */
export async function scanTrack(
  bytes: Blob,
  name: string,
  onProgress: (decodedSeconds: number) => void,
): Promise<ScannedTrack> {
  const track = await openTrack(bytes, name);
  try {
    const collector = new PeakCollector();
    let duration = 0;
    for await (const { time, sampleRate, stereo } of track.chunks()) {
      collector.add(stereo);
      duration = time + stereo.left.length / sampleRate;
      onProgress(duration);
    }
    if (duration === 0) {
      throw new StudioError(
        'file-damaged',
        `“${name}” holds no sound: not one sample of it decodes. Choose another file.`,
        {
          file: name,
          rule: 'at least one sample',
          value: 0,
        },
      );
    }
    const { container, codec, sampleRate, channels } = track;
    return {
      facts: { kind: 'audio', container, codec, durationSeconds: seconds(duration), sampleRate, channels },
      peaks: collector.finish(PEAK_SLICES),
    };
  } finally {
    track.dispose();
  }
}
