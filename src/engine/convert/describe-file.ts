import type { ConvertibleFile, ConvertiblePictures } from '#core/convert/conversion.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import { openTrack } from '../audio/decode-track.ts';
import { reencodedBitRate } from '../video-file/bit-rate.ts';
import { type OpenVideo, openVideo, type VideoFile } from '../video-file/open-video.ts';
import { unknownVideo } from '../video-file/video-errors.ts';

/** @throws StudioError `file-damaged`, `file-unsupported`. */
export async function describeFile(file: VideoFile): Promise<ConvertibleFile> {
  try {
    const video = await openWithPictures(file);
    return video ? await describeOpen(video) : await describeSound(file);
  } catch (thrown) {
    throw withOtherAdvice(file.name, toStudioError(thrown));
  }
}

/** Elsewhere the way out is to convert a file: here that leads in a circle. */
function withOtherAdvice(name: string, error: StudioError): StudioError {
  if (error.code !== 'file-damaged' && error.code !== 'file-unsupported') return error;
  return new StudioError(
    error.code,
    `“${name}” cannot be read here: it is damaged, or of a kind that this browser does not know. Copy or download it again, or import it: the library converts more kinds, and offers to convert what it has.`,
    error.details,
    { cause: error },
  );
}

/** Null where a file has sound, or nothing at all. */
async function openWithPictures(file: VideoFile): Promise<OpenVideo | null> {
  try {
    return await openVideo(file);
  } catch (thrown) {
    if (toStudioError(thrown).code === 'no-video-frames') return null;
    throw thrown;
  }
}

async function describeOpen(video: OpenVideo): Promise<ConvertibleFile> {
  try {
    if (!(await video.track.canDecode())) throw unknownVideo(video.name, video.codec);
    const track = await video.input.getPrimaryAudioTrack();
    const pictures = picturesOf(video);
    const sound = track && {
      durationSeconds: Math.max(0, (await track.computeDuration()) - video.start),
      sampleRate: await track.getSampleRate(),
      channels: await track.getNumberOfChannels(),
    };
    return {
      durationSeconds: Math.max(pictures.durationSeconds, sound?.durationSeconds ?? 0),
      pictures,
      sound: sound ?? null,
    };
  } finally {
    video.input.dispose();
  }
}

function picturesOf({ shown, packets, start, end, codec, bitRate, frameRate }: OpenVideo): ConvertiblePictures {
  return {
    size: shown,
    frames: packets,
    durationSeconds: end - start,
    frameRate,
    bitRate: reencodedBitRate({ codec, bitRate, size: shown, frameRate }),
  };
}

async function describeSound({ bytes, name }: VideoFile): Promise<ConvertibleFile> {
  const track = await openTrack(bytes, name);
  try {
    const { sampleRate, channels } = track;
    const durationSeconds = track.statedSeconds ?? (await track.countSeconds());
    return { durationSeconds, pictures: null, sound: { durationSeconds, sampleRate, channels } };
  } finally {
    track.dispose();
  }
}
