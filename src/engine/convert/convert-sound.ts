import type { StereoChunk } from '#core/audio/stereo.ts';
import type { ConvertibleSound, SoundTarget } from '#core/convert/conversion.ts';
import { MP3_BIT_RATE, WAV_SAMPLE_BYTES } from '#core/convert/estimate.ts';
import { openTrack, type TrackDecoder } from '../audio/decode-track.ts';
import { evenSound } from '../audio/sound-samples.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { OwnedResources } from '../export/owned-resources.ts';
import type { VideoFile } from '../video-file/open-video.ts';
import { Mp3File } from './mp3-file.ts';
import type { SoundFile, SoundShape } from './sound-file.ts';
import { WavFile } from './wav-file.ts';

export interface SoundConversionRequest {
  readonly file: VideoFile;
  readonly to: SoundTarget;
  /** As `describeFile` found it. */
  readonly sound: ConvertibleSound;
}

/** Rates that MP3 has (ISO/IEC 11172-3, 13818-3); others become the usual one. In hertz. */
const MP3_RATES: readonly number[] = [48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000];
const USUAL_RATE = 48_000;

/** A WAV holds at most 4 GiB, and what files say of their length is not exact. */
const LARGE_WAV_BYTES = 3.5e9;

/**
 * Writes a file's sound, of a video or not, as MP3 or WAV (16 bits). Mono stays mono; more than two channels are mixed
 * to two.
 * @param onSeconds how far it is.
 * @returns how many bytes are on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file: `file-unsupported`, `file-damaged`; `encoder-failed`, `disk-full`.
 */
export async function convertSound(
  { file, to, sound }: SoundConversionRequest,
  sink: ByteSink,
  onSeconds: (seconds: number) => void,
): Promise<number> {
  const opened = new OwnedResources();
  try {
    const track = await openTrack(file.bytes, file.name);
    opened.add(() => track.dispose());
    const shape = shapeOf(to, track);
    const writer = await openFile(to, sink, shape, sound);
    opened.add(() => writer.cancel());
    let samples = 0;
    for await (const chunk of wholeTrack(track, shape.sampleRate)) {
      await writer.add(chunk);
      samples += chunk.left.length;
      onSeconds(samples / shape.sampleRate);
    }
    const bytes = await writer.finish();
    sink.flush();
    return bytes;
  } finally {
    await opened.close();
  }
}

function wholeTrack(track: TrackDecoder, sampleRate: number): AsyncGenerator<StereoChunk> {
  return evenSound(track.chunks(), { sampleRate, speed: 1 }, 0);
}

function shapeOf(to: SoundTarget, { sampleRate, channels }: TrackDecoder): SoundShape {
  const rate = to === 'wav' || MP3_RATES.includes(sampleRate) ? sampleRate : USUAL_RATE;
  return { sampleRate: rate, channels: channels === 1 ? 1 : 2 };
}

function openFile(
  to: SoundTarget,
  sink: ByteSink,
  shape: SoundShape,
  { durationSeconds }: ConvertibleSound,
): Promise<SoundFile> {
  if (to === 'mp3') return Mp3File.open(sink, shape, MP3_BIT_RATE);
  const bytes = durationSeconds * shape.sampleRate * shape.channels * WAV_SAMPLE_BYTES;
  return WavFile.open(sink, shape, bytes > LARGE_WAV_BYTES);
}
