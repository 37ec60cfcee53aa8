import { EncodedPacket, type VideoSample } from 'mediabunny';
import { MICROSECONDS_PER_SECOND } from '#core/units.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { h264HighCodec } from '../export/h264-level.ts';
import { OwnedResources } from '../export/owned-resources.ts';
import { PictureEncoder } from '../export/picture-encoder.ts';
import { captionedBitRate } from './bit-rate.ts';
import { CaptionDrawer, type DrawnCaptions } from './caption-drawer.ts';
import { layInk } from './caption-ink.ts';
import { decodedPictures } from './decoded-pictures.ts';
import { type OpenVideo, openVideo, type VideoFile, videoMetadata } from './open-video.ts';
import { evenSize, openPlanes, type PicturePlanes, visibleSize } from './picture-planes.ts';
import { type CopiedSound, planSounds, SoundCopier } from './sound-copier.ts';
import { changingVideo, noVideo } from './video-errors.ts';
import { VideoWriter } from './video-writer.ts';

/** What players need to jump about in a video, in seconds. */
const KEYFRAME_SECONDS = 2;

export interface BurnRequest {
  readonly file: VideoFile;
  readonly captions: DrawnCaptions;
}

/** What was written. */
export interface WrittenVideo {
  readonly bytes: number;
  readonly frames: number;
}

/**
 * Puts captions into the pictures of a video: one picture after another is decoded, drawn on where a caption is on, and
 * encoded. Size, rotation, the time of each picture and all sound stay as they are.
 * @param onFrame called after each picture, with their number so far.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `encoder-failed`, `disk-full`.
 */
export async function burnCaptions(
  { file, captions }: BurnRequest,
  sink: ByteSink,
  onFrame: (frames: number) => void,
): Promise<WrittenVideo> {
  const opened = new OwnedResources();
  try {
    const video = await openVideo(file);
    opened.add(() => video.input.dispose());
    const sounds = await planSounds(video, 'mp4');
    const burner = new Burner(video, sounds, captions, sink, opened);
    let frames = 0;
    for await (const sample of decodedPictures(video)) {
      await burner.add(sample);
      onFrame(++frames);
    }
    if (frames === 0) throw noVideo(video.name);
    return { bytes: await burner.finish(), frames };
  } finally {
    await opened.close();
  }
}

/** What is opened once the first picture says what it is. */
interface Tools {
  readonly planes: PicturePlanes;
  readonly drawer: CaptionDrawer;
  readonly encoder: PictureEncoder;
  readonly writer: VideoWriter;
  readonly copier: SoundCopier;
}

class Burner {
  readonly #video: OpenVideo;
  readonly #sounds: readonly CopiedSound[];
  readonly #captions: DrawnCaptions;
  readonly #sink: ByteSink;
  readonly #opened: OwnedResources;
  #tools: Tools | null = null;
  #firstKind = '';
  #lastKey = Number.NEGATIVE_INFINITY;
  /** Of the last packet, in seconds: some encoders do not pass it on. */
  #duration = 0;

  constructor(
    video: OpenVideo,
    sounds: readonly CopiedSound[],
    captions: DrawnCaptions,
    sink: ByteSink,
    opened: OwnedResources,
  ) {
    this.#video = video;
    this.#sounds = sounds;
    this.#captions = captions;
    this.#sink = sink;
    this.#opened = opened;
  }

  /** Closes the sample. */
  async add(sample: VideoSample): Promise<void> {
    try {
      const time = sample.timestamp - this.#video.start;
      this.#duration = sample.duration;
      // Encoders are given times from 0 on.
      sample.setTimestamp(time);
      const frame = sample.toVideoFrame();
      try {
        await this.#addFrame(frame, time);
      } finally {
        frame.close();
      }
    } finally {
      sample.close();
    }
  }

  /** @returns the size of the file, which is on disk. */
  async finish(): Promise<number> {
    if (!this.#tools) throw noVideo(this.#video.name);
    const { encoder, copier, writer } = this.#tools;
    await encoder.finish();
    await copier.copyUntil(Number.POSITIVE_INFINITY);
    const bytes = await writer.finish();
    this.#sink.flush();
    return bytes;
  }

  async #addFrame(frame: VideoFrame, time: number): Promise<void> {
    this.#tools ??= await this.#open(frame);
    const { planes, drawer, encoder } = this.#tools;
    const isKey = time - this.#lastKey >= KEYFRAME_SECONDS;
    if (isKey) this.#lastKey = time;
    const ink = drawer.inkAt(time);
    if (!ink && planes.canPass(frame)) return await encoder.add(frame.clone(), isKey);
    const bytes = await planes.read(frame);
    if (!bytes) throw changingVideo(this.#video.name, this.#firstKind, kindOf(frame));
    if (ink) layInk(bytes, planes.places, ink);
    await encoder.add(planes.picture(frame), isKey);
  }

  async #open(first: VideoFrame): Promise<Tools> {
    this.#firstKind = kindOf(first);
    const { shown, rotation, flip, shift } = this.#video;
    const stored = visibleSize(first);
    const planes = await openPlanes(first);
    const drawer = await CaptionDrawer.open(this.#captions, { stored, shown, rotation, flip }, planes.colours);
    this.#opened.add(() => drawer.dispose());
    const writer = await this.#openWriter();
    this.#opened.add(() => writer.cancel());
    const copier = new SoundCopier(writer, this.#sounds, shift);
    this.#opened.add(() => copier.close());
    const encoder = this.#openEncoder(stored, planes, writer, copier);
    this.#opened.add(() => encoder.close());
    return { planes, drawer, encoder, writer, copier };
  }

  #openWriter(): Promise<VideoWriter> {
    return VideoWriter.open(this.#sink, {
      container: 'mp4',
      video: { codec: 'avc', metadata: videoMetadata(this.#video, 'mp4') },
      sounds: this.#sounds,
      text: null,
    });
  }

  #openEncoder(
    stored: ReturnType<typeof visibleSize>,
    { stated }: PicturePlanes,
    writer: VideoWriter,
    copier: SoundCopier,
  ): PictureEncoder {
    const { shown, rotation, start, shift, codec, bitRate, frameRate } = this.#video;
    const size = evenSize(stored);
    const bitrate = captionedBitRate({ codec, bitRate, size, frameRate });
    const rate = { numerator: Math.max(1, Math.round(frameRate * 1000)), denominator: 1000 };
    const [along, across] = rotation % 180 === 0 ? [shown.width, shown.height] : [shown.height, shown.width];
    return new PictureEncoder({
      config: {
        codec: h264HighCodec(size, rate, bitrate),
        ...size,
        bitrate,
        bitrateMode: 'variable',
        framerate: frameRate,
        // Real time drops frames when it falls behind.
        latencyMode: 'quality',
        avc: { format: 'avc' },
      },
      toPacket: (chunk) => packetOf(chunk, start - shift, this.#duration),
      onPacket: async (packet, meta) => {
        await copier.copyUntil(packet.timestamp);
        const decoderConfig = meta?.decoderConfig && {
          ...meta.decoderConfig,
          colorSpace: stated,
          // The pixels' shape: what is even and square has none of its own.
          ...(along * stored.height !== across * stored.width && {
            displayAspectWidth: along,
            displayAspectHeight: across,
          }),
        };
        await writer.addVideo(packet, decoderConfig && { decoderConfig });
      },
      advice: 'Close other tabs that use video and try again, or use another browser.',
    });
  }
}

function packetOf(chunk: EncodedVideoChunk, start: number, duration: number): EncodedPacket {
  const data = new Uint8Array(chunk.byteLength);
  chunk.copyTo(data);
  const lasts = chunk.duration === null ? duration : chunk.duration / MICROSECONDS_PER_SECOND;
  return new EncodedPacket(data, chunk.type, chunk.timestamp / MICROSECONDS_PER_SECOND + start, lasts);
}

function kindOf(frame: VideoFrame): string {
  const { width, height } = visibleSize(frame);
  return `${width}x${height} ${frame.format ?? 'of an unnamed format'}`;
}
