import {
  ADTS,
  BlobSource,
  FLAC,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  type MetadataTags,
  MP3,
  OGG,
  type VideoCodec,
  type VideoTrackMetadata,
  WAVE,
} from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import type { Rotation } from '#core/media/asset.ts';
import { CLIP_FORMATS } from '../media/clip-formats.ts';
import { withTimeLimit } from '../media/time-limit.ts';
import { noVideo, unknownVideo, unreadable } from './video-errors.ts';
import type { VideoContainer } from './video-writer.ts';

/** Sound alone is known, too, so that it can be told from what is damaged. */
const FORMATS = [...CLIP_FORMATS, WAVE, OGG, FLAC, MP3, ADTS];

/** Long enough for the index of a long Matroska film, which is spread over the file. */
const READ_SECONDS = 60;

/** A file that a tool takes. */
export interface VideoFile {
  /** What the person calls it, for error messages. */
  readonly name: string;
  /** Backed by disk. */
  readonly bytes: Blob;
}

/** An opened video. Whoever opened it disposes its input. */
export interface OpenVideo {
  readonly name: string;
  readonly input: Input;
  readonly track: InputVideoTrack;
  readonly sounds: readonly InputAudioTrack[];
  readonly codec: VideoCodec;
  /** As a viewer sees it: upright, in square pixels. */
  readonly shown: Size;
  /** Clockwise, by which players turn it. */
  readonly rotation: Rotation;
  readonly flip: boolean;
  /** Of the first picture, in seconds of the file's clock. */
  readonly start: number;
  /** Of the pictures, in seconds of the file's clock. */
  readonly end: number;
  /** By how much all times are moved, in seconds, so that what begins late (a broadcast does) begins at 0. */
  readonly shift: number;
  /** Ticks of a second that its times are whole numbers of; null where that is too fine for MP4. */
  readonly ticks: number | null;
  /** Title, author and the like. */
  readonly tags: MetadataTags;
  /** Name of the container's format, as the media library has it. */
  readonly format: string;
  /** Of the video track. */
  readonly packets: number;
  /** Bits a second, of the pictures. */
  readonly bitRate: number;
  /** Frames a second, in the mean. */
  readonly frameRate: number;
}

const COUNTED_IN_TICKS: ReadonlySet<VideoContainer> = new Set(['mp4', 'mov']);

/** The most that the media library writes into an MP4. */
const FINEST_TICKS = 1_000_000;

/** @throws StudioError `no-video-frames`, `file-unsupported`, `file-damaged`. */
export async function openVideo({ name, bytes }: VideoFile): Promise<OpenVideo> {
  const input = new Input({ source: new BlobSource(bytes), formats: FORMATS });
  try {
    return await withTimeLimit(describe(name, input), READ_SECONDS, () =>
      unreadable(name, `reading it took over ${READ_SECONDS} seconds`),
    );
  } catch (error) {
    input.dispose();
    throw error instanceof StudioError ? error : unreadable(name, error);
  }
}

async function describe(name: string, input: Input): Promise<OpenVideo> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw noVideo(name);
  const codec = await track.getCodec();
  if (!codec) throw unknownVideo(name, 'something unknown here');
  const sounds = await input.getAudioTracks();
  const start = await track.getFirstTimestamp();
  const stats = await track.computePacketStats();
  if (stats.packetCount === 0) throw noVideo(name);
  const begins = await Promise.all([start, ...sounds.map((sound) => sound.getFirstTimestamp())]);
  const ticks = await track.getTimeResolution();
  return {
    name,
    input,
    track,
    sounds,
    codec,
    shown: { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() },
    rotation: await track.getRotation(),
    flip: await track.getFlip(),
    start,
    end: await track.computeDuration(),
    shift: Math.max(0, Math.min(...begins)),
    ticks: Number.isInteger(ticks) && ticks <= FINEST_TICKS ? ticks : null,
    tags: withoutRaw(await input.getMetadataTags()),
    format: (await input.getFormat()).name,
    packets: stats.packetCount,
    bitRate: Number.isFinite(stats.averageBitrate) ? stats.averageBitrate : 0,
    // One picture without a length has no rate of its own.
    frameRate: Number.isFinite(stats.averagePacketRate) ? stats.averagePacketRate : 1,
  };
}

/** As containers write them differs: what all of them know is kept. */
function withoutRaw({ raw: _, ...tags }: MetadataTags): MetadataTags {
  return tags;
}

/** What a file of the same pictures says of its video track. */
export function videoMetadata(
  { rotation, flip, packets, ticks }: OpenVideo,
  container: VideoContainer,
): VideoTrackMetadata {
  return {
    rotation,
    flip,
    maximumPacketCount: packets,
    // To the library a frame rate: it rounds times to it, and an MP4 counts in it. So they are those of the source.
    ...(COUNTED_IN_TICKS.has(container) && ticks !== null && { frameRate: ticks }),
  };
}
