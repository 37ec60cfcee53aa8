import { EncodedPacket } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { MICROSECONDS_PER_SECOND } from '#core/units.ts';
import { createFfmpegEncoder } from '../export/ffmpeg-frame-encoder.ts';
import type { FrameEncoder, VideoEncoding, VideoPacketReceiver } from '../export/frame-encoder.ts';
import { h264HighCodec } from '../export/h264-level.ts';
import { PictureEncoder } from '../export/picture-encoder.ts';
import { probeVideoEncoder } from '../export/probe-encoder.ts';
import { changingVideo } from '../video-file/video-errors.ts';
import { type CaptionInk, layInk } from './caption-ink.ts';
import type { PictureColours } from './picture-colours.ts';
import { openConvertedPlanes, openPlanes, type PicturePlanes, visibleSize } from './picture-planes.ts';

/** What players need to jump about in a video, in seconds. */
const KEYFRAME_SECONDS = 2;

/** Lays captions over pictures and encodes them. Whoever opened it closes it, also after an error. */
export interface BurnEncoder {
  /** Of the pictures as they are encoded. */
  readonly colours: PictureColours;
  /** Takes the next picture, whose time is its own; the caller closes it. The await is the backpressure. */
  add(picture: VideoFrame, ink: CaptionInk | null): Promise<void>;
  /** Resolves when every packet has been received. */
  finish(): Promise<void>;
  close(): void;
}

export interface BurnEncoderParts {
  /** What the person calls the video. */
  readonly name: string;
  /** Even in both directions. */
  readonly size: Size;
  readonly bitRate: number;
  /** Frames a second, in the mean. */
  readonly frameRate: number;
  /** Packets have the times of their pictures, in seconds. */
  readonly onPacket: VideoPacketReceiver;
  /** Called now and then while it works. */
  readonly onAlive: () => void;
}

/**
 * The browser's encoder for pictures like this one, or libx264 where that does not work.
 * @throws StudioError `encoder-failed` where neither does.
 */
export async function openBurnEncoder(first: VideoFrame, parts: BurnEncoderParts): Promise<BurnEncoder> {
  const encoding = encodingOf(parts);
  const encoder = await probeVideoEncoder(encoding);
  if (encoder === 'webcodecs') return new BrowserBurnEncoder(await openPlanes(first), encoding, parts, first);
  if (encoder === 'ffmpeg') return new WasmBurnEncoder(await openConvertedPlanes(first), encoding, parts, first);
  throw new StudioError(
    'encoder-failed',
    `This browser cannot encode ${parts.size.width}x${parts.size.height} pixels. Use another browser, or save the captions as a file.`,
    { file: parts.name, rule: 'encodes H.264 High', value: `${parts.size.width}x${parts.size.height}` },
  );
}

function encodingOf({ size, bitRate, frameRate }: BurnEncoderParts): VideoEncoding {
  return {
    size,
    frameRate: { numerator: Math.max(1, Math.round(frameRate * 1000)), denominator: 1000 },
    videoBitRate: bitRate,
    keyframeInterval: Math.max(1, Math.round(KEYFRAME_SECONDS * frameRate)),
  };
}

/** The bytes of pictures, with ink. */
class InkedPlanes {
  readonly #firstKind: string;

  constructor(
    readonly planes: PicturePlanes,
    private readonly name: string,
    first: VideoFrame,
  ) {
    this.#firstKind = kindOf(first);
  }

  /** @throws StudioError `file-unsupported` where the picture is of another kind than the first. */
  async read(picture: VideoFrame, ink: CaptionInk | null): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.planes.read(picture);
    if (!bytes) throw changingVideo(this.name, this.#firstKind, kindOf(picture));
    if (ink) layInk(bytes, this.planes.places, ink);
    return bytes;
  }
}

class BrowserBurnEncoder implements BurnEncoder {
  readonly #inked: InkedPlanes;
  readonly #encoder: PictureEncoder;
  /** In microseconds. */
  #lastKey = Number.NEGATIVE_INFINITY;
  /** In microseconds, by time: not every encoder passes it on. */
  readonly #durations = new Map<number, number>();

  constructor(
    planes: PicturePlanes,
    { size, frameRate, videoBitRate }: VideoEncoding,
    { name, frameRate: mean, onPacket }: BurnEncoderParts,
    first: VideoFrame,
  ) {
    this.#inked = new InkedPlanes(planes, name, first);
    this.#encoder = new PictureEncoder({
      config: {
        codec: h264HighCodec(size, frameRate, videoBitRate),
        ...size,
        bitrate: videoBitRate,
        bitrateMode: 'variable',
        framerate: mean,
        // Real time drops frames when it falls behind.
        latencyMode: 'quality',
        avc: { format: 'avc' },
      },
      toPacket: (chunk) => this.#toPacket(chunk),
      onPacket: (packet, meta) => onPacket(packet, withColours(meta, planes.stated)),
      advice: 'Close other tabs that use video and try again, or use another browser.',
    });
  }

  get colours(): PictureColours {
    return this.#inked.planes.colours;
  }

  async add(picture: VideoFrame, ink: CaptionInk | null): Promise<void> {
    const { timestamp, duration } = picture;
    const isKey = timestamp - this.#lastKey >= KEYFRAME_SECONDS * MICROSECONDS_PER_SECOND;
    if (isKey) this.#lastKey = timestamp;
    if (duration !== null) this.#durations.set(timestamp, duration);
    const { planes } = this.#inked;
    if (!ink && planes.canPass(picture)) return await this.#encoder.add(picture.clone(), isKey);
    await this.#inked.read(picture, ink);
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
class WasmBurnEncoder implements BurnEncoder {
  readonly #inked: InkedPlanes;
  readonly #encoder: FrameEncoder;
  #frames = 0;
  /** Of pictures whose packets have not come, in order; in microseconds. */
  readonly #timings: Pick<VideoFrame, 'timestamp' | 'duration'>[] = [];

  constructor(
    planes: PicturePlanes,
    encoding: VideoEncoding,
    { name, onPacket, onAlive }: BurnEncoderParts,
    first: VideoFrame,
  ) {
    this.#inked = new InkedPlanes(planes, name, first);
    this.#encoder = createFfmpegEncoder(encoding, (packet, meta) => onPacket(this.#placed(packet), meta), onAlive);
  }

  get colours(): PictureColours {
    return this.#inked.planes.colours;
  }

  async add(picture: VideoFrame, ink: CaptionInk | null): Promise<void> {
    const { timestamp, duration } = picture;
    const bytes = await this.#inked.read(picture, ink);
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
