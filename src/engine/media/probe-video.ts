import { BlobSource, Input, type InputVideoTrack, MATROSKA, MP4, QTFF, VideoSampleSink, WEBM } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { VideoFacts } from '#core/media/asset.ts';
import { seconds } from '#core/units.ts';
import { drawThumbnail } from './thumbnail.ts';
import { withTimeLimit } from './time-limit.ts';

export interface ProbedVideo {
  readonly facts: VideoFacts;
  readonly thumbnail: Blob;
}

/** Containers that may hold video. Playlists are left out: they would fetch from the network. */
const FORMATS = [MP4, QTFF, MATROSKA, WEBM];

/** The media library never returns from a few odd files. */
const READ_SECONDS = 10;

/**
 * Looks at a video and decodes its first frame for real.
 * @returns null where the file has no video track: then it is sound, or nothing.
 * @throws StudioError `no-video-frames`, `file-damaged`, or `file-unsupported` for a codec that this browser has not.
 */
export async function probeVideo(file: File): Promise<ProbedVideo | null> {
  const input = new Input({ source: new BlobSource(file), formats: FORMATS });
  try {
    return await withTimeLimit(probe(input, file.name), READ_SECONDS, () =>
      damagedVideo(file.name, `reading it took over ${READ_SECONDS} seconds`),
    );
  } catch (error) {
    throw error instanceof StudioError ? error : damagedVideo(file.name, 'its data cannot be read', error);
  } finally {
    input.dispose();
  }
}

async function probe(input: Input, name: string): Promise<ProbedVideo | null> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) return null;
  const codec = (await track.getCodec()) ?? 'unknown';
  const start = await track.getFirstTimestamp();
  const durationSeconds = (await track.computeDuration()) - start;
  if (!(durationSeconds > 0)) throw noFrames(name);
  if (!(await track.canDecode())) throw undecodable(name, codec);
  const size = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() };
  const format = await input.getFormat();
  const hasAudio = (await input.getPrimaryAudioTrack()) !== null;
  return {
    facts: {
      kind: 'video',
      container: format.name,
      codec,
      size,
      durationSeconds: seconds(durationSeconds),
      hasAudio,
    },
    thumbnail: await firstFrame(track, start, name),
  };
}

async function firstFrame(track: InputVideoTrack, start: number, name: string): Promise<Blob> {
  const sample = await new VideoSampleSink(track).getSample(start);
  if (!sample) throw noFrames(name);
  try {
    const size = { width: sample.displayWidth, height: sample.displayHeight };
    return await drawThumbnail(size, (context, { width, height }) => sample.draw(context, 0, 0, width, height));
  } finally {
    sample.close();
  }
}

function noFrames(name: string): StudioError {
  return new StudioError(
    'no-video-frames',
    `${name} is a video without a single frame. Record or export it again, or choose another clip.`,
    { file: name, rule: 'at least one frame', value: 0 },
  );
}

function undecodable(name: string, codec: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `${name} is encoded as ${codec}, which this browser cannot decode. Convert it to MP4 (H.264) or WebM and drop it again.`,
    { file: name, rule: 'decodable video codec', value: codec },
  );
}

function damagedVideo(name: string, what: string, cause?: unknown): StudioError {
  return new StudioError(
    'file-damaged',
    `${name} is damaged: ${what}. Copy or download it again, or convert it to MP4.`,
    { file: name, rule: 'readable video', value: what, ...(cause instanceof Error && { cause: cause.message }) },
    { cause },
  );
}
