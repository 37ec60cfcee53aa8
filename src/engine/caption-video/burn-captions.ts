import type { VideoSample } from 'mediabunny';
import type { Size } from '#core/geometry.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { OwnedResources } from '../export/owned-resources.ts';
import { type OpenVideo, openVideo, type VideoFile, videoMetadata } from '../video-file/open-video.ts';
import { type CopiedSound, planSounds, SoundCopier } from '../video-file/sound-copier.ts';
import { noVideo } from '../video-file/video-errors.ts';
import { VideoWriter } from '../video-file/video-writer.ts';
import { captionedBitRate } from './bit-rate.ts';
import { type BurnEncoder, openBurnEncoder } from './burn-encoder.ts';
import { CaptionDrawer, type DrawnCaptions } from './caption-drawer.ts';
import { decodedPictures } from './decoded-pictures.ts';
import { evenSize, visibleSize } from './picture-planes.ts';

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
 * @param onFrames called after each picture and now and then between, with their number so far.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `encoder-failed`, `disk-full`.
 */
export async function burnCaptions(
  { file, captions }: BurnRequest,
  sink: ByteSink,
  onFrames: (frames: number) => void,
): Promise<WrittenVideo> {
  const opened = new OwnedResources();
  try {
    const video = await openVideo(file);
    opened.add(() => video.input.dispose());
    let frames = 0;
    const burner = new Burner(
      { video, sounds: await planSounds(video, 'mp4'), captions, sink, onAlive: () => onFrames(frames) },
      opened,
    );
    for await (const sample of decodedPictures(video)) {
      await burner.add(sample);
      onFrames(++frames);
    }
    return { bytes: await burner.finish(), frames };
  } finally {
    await opened.close();
  }
}

interface BurnerParts {
  readonly video: OpenVideo;
  readonly sounds: readonly CopiedSound[];
  readonly captions: DrawnCaptions;
  readonly sink: ByteSink;
  readonly onAlive: () => void;
}

/** What is opened once the first picture says what it is. */
interface Tools {
  readonly drawer: CaptionDrawer;
  readonly encoder: BurnEncoder;
  readonly writer: VideoWriter;
  readonly copier: SoundCopier;
}

class Burner {
  readonly #parts: BurnerParts;
  readonly #opened: OwnedResources;
  #tools: Tools | null = null;

  /** @param opened takes what it opens, to be closed. */
  constructor(parts: BurnerParts, opened: OwnedResources) {
    this.#parts = parts;
    this.#opened = opened;
  }

  /** Closes the sample. */
  async add(sample: VideoSample): Promise<void> {
    try {
      const time = sample.timestamp - this.#parts.video.start;
      // Encoders are given times from 0 on.
      sample.setTimestamp(time);
      const picture = sample.toVideoFrame();
      try {
        this.#tools ??= await this.#open(picture);
        const { drawer, encoder } = this.#tools;
        await encoder.add(picture, drawer.inkAt(time));
      } finally {
        picture.close();
      }
    } finally {
      sample.close();
    }
  }

  /** @returns the size of the file, which is on disk. @throws StudioError `no-video-frames` where none was added. */
  async finish(): Promise<number> {
    if (!this.#tools) throw noVideo(this.#parts.video.name);
    const { encoder, copier, writer } = this.#tools;
    await encoder.finish();
    await copier.copyUntil(Number.POSITIVE_INFINITY);
    const bytes = await writer.finish();
    this.#parts.sink.flush();
    return bytes;
  }

  async #open(first: VideoFrame): Promise<Tools> {
    const { video, sounds, captions, sink } = this.#parts;
    const { shown, rotation, flip, shift } = video;
    const stored = visibleSize(first);
    const writer = await VideoWriter.open(sink, {
      container: 'mp4',
      video: { codec: 'avc', metadata: videoMetadata(video, 'mp4') },
      sounds,
      text: null,
      tags: video.tags,
    });
    this.#opened.add(() => writer.cancel());
    const copier = new SoundCopier(writer, sounds, shift);
    this.#opened.add(() => copier.close());
    const encoder = await this.#openEncoder(first, writer, copier);
    this.#opened.add(() => encoder.close());
    const drawer = await CaptionDrawer.open(captions, { stored, shown, rotation, flip }, encoder.colours);
    this.#opened.add(() => drawer.dispose());
    return { drawer, encoder, writer, copier };
  }

  #openEncoder(first: VideoFrame, writer: VideoWriter, copier: SoundCopier): Promise<BurnEncoder> {
    const { video, onAlive } = this.#parts;
    const { name, codec, bitRate, frameRate, start, shift } = video;
    const stored = visibleSize(first);
    const [size, shape] = [evenSize(stored), shapeOf(video, stored)];
    return openBurnEncoder(first, {
      name,
      size,
      bitRate: captionedBitRate({ codec, bitRate, size, frameRate }),
      frameRate,
      onAlive,
      onPacket: async (packet, meta) => {
        const placed = packet.clone({ timestamp: packet.timestamp + start - shift });
        await copier.copyUntil(placed.timestamp);
        const decoderConfig = meta?.decoderConfig && { ...meta.decoderConfig, ...shape };
        await writer.addVideo(placed, decoderConfig && { decoderConfig });
      },
    });
  }
}

/** Of what shape the pixels are, where they are not square. */
function shapeOf(
  { shown, rotation }: OpenVideo,
  stored: Size,
): Pick<VideoDecoderConfig, 'displayAspectWidth' | 'displayAspectHeight'> {
  const [along, across] = rotation % 180 === 0 ? [shown.width, shown.height] : [shown.height, shown.width];
  if (along * stored.height === across * stored.width) return {};
  return { displayAspectWidth: along, displayAspectHeight: across };
}
