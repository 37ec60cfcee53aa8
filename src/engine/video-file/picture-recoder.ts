import { EncodedPacket } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { MICROSECONDS_PER_SECOND } from '#core/units.ts';
import { type BrowserCodec, encoderConfig } from '../export/browser-codec.ts';
import { createFfmpegEncoder } from '../export/ffmpeg-frame-encoder.ts';
import type { FrameEncoder, VideoEncoding, VideoPacketReceiver } from '../export/frame-encoder.ts';
import { PictureEncoder } from '../export/picture-encoder.ts';
import { probeVideoEncoder } from '../export/probe-encoder.ts';
import type { PictureColours } from './picture-colours.ts';
import { type PicturePlaces, type PicturePlanes, visibleSize } from './picture-planes.ts';
import { changingVideo } from './video-errors.ts';

/** What players need to jump about in a video, in seconds. */
const KEYFRAME_SECONDS = 2;

/** Encodes pictures anew, drawn on where that is wanted. Whoever opened it closes it, also after an error. */
export interface PictureRecoder {
  /** Of the pictures as they are encoded. */
  readonly colours: PictureColours;
  /** Takes the next picture, whose time is its own; the caller closes it. The await is the backpressure. */
  add(picture: VideoFrame, draw: DrawOn | null): Promise<void>;
  /** Resolves when every packet has been received. */
  finish(): Promise<void>;
  close(): void;
}

/** Changes the planes of a picture in place. */
export type DrawOn = (planes: Uint8Array, places: PicturePlaces) => void;

export interface PictureRecoderParts {
  /** What the person calls the video. */
  readonly name: string;
  /** One of VP8 and VP9 is one that is known to work here. */
  readonly codec: BrowserCodec;
  /** Even in both directions. */
  readonly size: Size;
  readonly bitRate: number;
  /** Frames a second, in the mean. */
  readonly frameRate: number;
  /** Planes of `size` for pictures like the first. @param isBt709 they have to be I420 in BT.709. */
  readonly openPlanes: (first: VideoFrame, isBt709: boolean) => Promise<PicturePlanes>;
  /** Packets have the times of their pictures, in seconds. */
  readonly onPacket: VideoPacketReceiver;
  /** Called now and then while it works. */
  readonly onAlive: () => void;
  /** What a person can do where this browser encodes no such pictures, as a sentence. */
  readonly advice: string;
}

/**
 * The browser's encoder for pictures like this one, or libx264 where H.264 does not work there.
 * @throws StudioError `encoder-failed` where neither does.
 */
export async function openPictureRecoder(first: VideoFrame, parts: PictureRecoderParts): Promise<PictureRecoder> {
  const encoding = encodingOf(parts);
  const encoder = parts.codec === 'avc' ? await probeVideoEncoder(encoding) : 'webcodecs';
  if (encoder === 'none') throw cannotEncode(parts, 'H.264 High');
  const planes = await parts.openPlanes(first, encoder === 'ffmpeg');
  return encoder === 'webcodecs'
    ? new BrowserRecoder(planes, encoding, parts, first)
    : new WasmRecoder(planes, encoding, parts, first);
}

/** @param codec a person's word for it. */
export function cannotEncode(
  { name, size, advice }: Pick<PictureRecoderParts, 'name' | 'size' | 'advice'>,
  codec: string,
): StudioError {
  const pixels = `${size.width}x${size.height}`;
  return new StudioError('encoder-failed', `This browser cannot encode ${pixels} pixels as ${codec}. ${advice}`, {
    file: name,
    rule: `encodes ${codec}`,
    value: pixels,
  });
}

export function encodingOf({
  size,
  bitRate,
  frameRate,
}: Pick<PictureRecoderParts, 'size' | 'bitRate' | 'frameRate'>): VideoEncoding {
  return {
    size,
    frameRate: { numerator: Math.max(1, Math.round(frameRate * 1000)), denominator: 1000 },
    videoBitRate: bitRate,
    keyframeInterval: Math.max(1, Math.round(KEYFRAME_SECONDS * frameRate)),
  };
}

/** The bytes of pictures, drawn on. */
class DrawnPlanes {
  readonly #firstKind: string;

  constructor(
    readonly planes: PicturePlanes,
    private readonly name: string,
    first: VideoFrame,
  ) {
    this.#firstKind = kindOf(first);
  }

  /** @throws StudioError `file-unsupported` where the picture is of another kind than the first. */
  async read(picture: VideoFrame, draw: DrawOn | null): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.planes.read(picture);
    if (!bytes) throw changingVideo(this.name, this.#firstKind, kindOf(picture));
    draw?.(bytes, this.planes.places);
    return bytes;
  }
}

class BrowserRecoder implements PictureRecoder {
  readonly #drawn: DrawnPlanes;
  readonly #encoder: PictureEncoder;
  /** In microseconds. */
  #lastKey = Number.NEGATIVE_INFINITY;
  /** In microseconds, by time: not every encoder passes it on. */
  readonly #durations = new Map<number, number>();

  constructor(
    planes: PicturePlanes,
    encoding: VideoEncoding,
    { name, codec, onPacket }: PictureRecoderParts,
    first: VideoFrame,
  ) {
    this.#drawn = new DrawnPlanes(planes, name, first);
    this.#encoder = new PictureEncoder({
      config: encoderConfig(codec, encoding),
      toPacket: (chunk) => this.#toPacket(chunk),
      onPacket: (packet, meta) => onPacket(packet, withColours(meta, planes.stated)),
      advice: 'Close other tabs that use video and try again, or use another browser.',
    });
  }

  get colours(): PictureColours {
    return this.#drawn.planes.colours;
  }

  async add(picture: VideoFrame, draw: DrawOn | null): Promise<void> {
    const { timestamp, duration } = picture;
    const isKey = timestamp - this.#lastKey >= KEYFRAME_SECONDS * MICROSECONDS_PER_SECOND;
    if (isKey) this.#lastKey = timestamp;
    if (duration !== null) this.#durations.set(timestamp, duration);
    const { planes } = this.#drawn;
    if (!draw && planes.canPass(picture)) return await this.#encoder.add(picture.clone(), isKey);
    await this.#drawn.read(picture, draw);
    await this.#encoder.add(planes.picture(picture), isKey);
  }

  finish(): Promise<void> {
    return this.#encoder.finish();
  }

  close(): void {
    this.#encoder.close();
  }

  #toPacket(chunk: EncodedVideoChunk): EncodedPacket {
    const data = new Uint8Array(chunk.byteLength);
    chunk.copyTo(data);
    const duration = this.#durations.get(chunk.timestamp) ?? chunk.duration ?? 0;
    this.#durations.delete(chunk.timestamp);
    const [start, lasts] = [chunk.timestamp / MICROSECONDS_PER_SECOND, duration / MICROSECONDS_PER_SECOND];
    return new EncodedPacket(data, chunk.type, start, lasts);
  }
}

/** Encodes in WebAssembly as if frames were even: each packet is then given its picture's time. */
class WasmRecoder implements PictureRecoder {
  readonly #drawn: DrawnPlanes;
  readonly #encoder: FrameEncoder;
  #frames = 0;
  /** Of pictures whose packets have not come, in order; in microseconds. */
  readonly #timings: Pick<VideoFrame, 'timestamp' | 'duration'>[] = [];

  constructor(
    planes: PicturePlanes,
    encoding: VideoEncoding,
    { name, onPacket, onAlive }: PictureRecoderParts,
    first: VideoFrame,
  ) {
    this.#drawn = new DrawnPlanes(planes, name, first);
    this.#encoder = createFfmpegEncoder(encoding, (packet, meta) => onPacket(this.#placed(packet), meta), onAlive);
  }

  get colours(): PictureColours {
    return this.#drawn.planes.colours;
  }

  async add(picture: VideoFrame, draw: DrawOn | null): Promise<void> {
    const { timestamp, duration } = picture;
    const bytes = await this.#drawn.read(picture, draw);
    this.#timings.push({ timestamp, duration });
    await this.#encoder.addFrame(bytes, this.#frames++);
  }

  finish(): Promise<void> {
    return this.#encoder.finish();
  }

  close(): void {
    this.#encoder.close();
  }

  /** It makes no B-frames: packets come in the order of the pictures. */
  #placed(packet: EncodedPacket): EncodedPacket {
    const timing = this.#timings.shift();
    if (!timing) throw new Error('The video encoder gave a packet that nobody asked for.');
    return packet.clone({
      timestamp: timing.timestamp / MICROSECONDS_PER_SECOND,
      duration: timing.duration === null ? packet.duration : timing.duration / MICROSECONDS_PER_SECOND,
    });
  }
}

function withColours(
  meta: EncodedVideoChunkMetadata | undefined,
  colorSpace: VideoColorSpaceInit,
): EncodedVideoChunkMetadata | undefined {
  return meta?.decoderConfig && { decoderConfig: { ...meta.decoderConfig, colorSpace } };
}

function kindOf(picture: VideoFrame): string {
  const { width, height } = visibleSize(picture);
  return `${width}x${height} ${picture.format ?? 'of an unnamed format'}`;
}
