import type { VideoSample, VideoTrackMetadata } from 'mediabunny';
import type { Size } from '#core/geometry.ts';
import type { BrowserCodec } from '../export/browser-codec.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { OwnedResources } from '../export/owned-resources.ts';
import { decodedPictures } from './decoded-pictures.ts';
import type { OpenVideo } from './open-video.ts';
import type { PictureColours } from './picture-colours.ts';
import { type DrawOn, openPictureRecoder, type PictureRecoder, type PictureRecoderParts } from './picture-recoder.ts';
import type { PlannedSound, SoundBeside } from './sound-beside.ts';
import { noVideo } from './video-errors.ts';
import { type VideoContainer, VideoWriter } from './video-writer.ts';

/** A video whose pictures are encoded anew. */
export interface Recoding {
  readonly video: OpenVideo;
  readonly container: VideoContainer;
  readonly sound: PlannedSound;
  /** What is made of pictures like the first one. */
  readonly plan: (first: VideoFrame) => Promise<RecodingPlan>;
}

export interface RecodingPlan extends Pick<PictureRecoderParts, 'openPlanes' | 'advice'> {
  readonly codec: BrowserCodec;
  /** As the pictures lie in the file; even in both directions. */
  readonly size: Size;
  readonly bitRate: number;
  readonly metadata: VideoTrackMetadata;
  /** Of what shape the pixels are, where they are not square. */
  readonly shape: Pick<VideoDecoderConfig, 'displayAspectWidth' | 'displayAspectHeight'>;
  /** What is drawn on the pictures; null leaves them as they are. */
  readonly openDrawing: ((colours: PictureColours) => Promise<Drawing>) | null;
}

export interface Drawing {
  /** @param time seconds from the first picture. @returns null where nothing is to be seen. */
  at(time: number): DrawOn | null;
  dispose(): void;
}

/** What was written. */
export interface WrittenVideo {
  readonly bytes: number;
  readonly frames: number;
}

/**
 * One picture after another is decoded, drawn on and encoded; the time of each stays as it is.
 * @param onFrames called after each picture and now and then between, with their number so far.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `encoder-failed`, `disk-full`.
 */
export async function recodeVideo(
  recoding: Recoding,
  sink: ByteSink,
  onFrames: (frames: number) => void,
): Promise<WrittenVideo> {
  const opened = new OwnedResources();
  try {
    let frames = 0;
    const run = new RecodingRun(recoding, sink, opened, () => onFrames(frames));
    for await (const sample of decodedPictures(recoding.video)) {
      await run.add(sample);
      onFrames(++frames);
    }
    return { bytes: await run.finish(), frames };
  } finally {
    await opened.close();
  }
}

/** What is opened once the first picture says what it is. */
interface Tools {
  readonly drawing: Drawing | null;
  readonly encoder: PictureRecoder;
  readonly writer: VideoWriter;
  readonly sound: SoundBeside;
}

class RecodingRun {
  readonly #recoding: Recoding;
  readonly #sink: ByteSink;
  readonly #opened: OwnedResources;
  readonly #onAlive: () => void;
  #tools: Tools | null = null;

  /** @param opened takes what it opens, to be closed. */
  constructor(recoding: Recoding, sink: ByteSink, opened: OwnedResources, onAlive: () => void) {
    this.#recoding = recoding;
    this.#sink = sink;
    this.#opened = opened;
    this.#onAlive = onAlive;
  }

  /** Closes the sample. */
  async add(sample: VideoSample): Promise<void> {
    try {
      const time = sample.timestamp - this.#recoding.video.start;
      // Encoders are given times from 0 on.
      sample.setTimestamp(time);
      const picture = sample.toVideoFrame();
      try {
        this.#tools ??= await this.#open(picture);
        const { drawing, encoder } = this.#tools;
        await encoder.add(picture, drawing?.at(time) ?? null);
      } finally {
        picture.close();
      }
    } finally {
      sample.close();
    }
  }

  /** @returns the size of the file, which is on disk. @throws StudioError `no-video-frames` where none was added. */
  async finish(): Promise<number> {
    if (!this.#tools) throw noVideo(this.#recoding.video.name);
    const { encoder, sound, writer } = this.#tools;
    await encoder.finish();
    await sound.bringTo(Number.POSITIVE_INFINITY);
    const bytes = await writer.finish();
    this.#sink.flush();
    return bytes;
  }

  async #open(first: VideoFrame): Promise<Tools> {
    const { video, container, sound: plannedSound, plan: planFor } = this.#recoding;
    const plan = await planFor(first);
    const writer = await VideoWriter.open(this.#sink, {
      container,
      video: { codec: plan.codec, metadata: plan.metadata },
      sounds: plannedSound.tracks,
      text: null,
      tags: video.tags,
    });
    this.#opened.add(() => writer.cancel());
    const sound = await plannedSound.open(writer);
    this.#opened.add(() => sound.close());
    const encoder = await this.#openEncoder(first, plan, writer, sound);
    this.#opened.add(() => encoder.close());
    const drawing = plan.openDrawing && (await plan.openDrawing(encoder.colours));
    if (drawing) this.#opened.add(() => drawing.dispose());
    return { drawing, encoder, writer, sound };
  }

  #openEncoder(
    first: VideoFrame,
    { shape, ...plan }: RecodingPlan,
    writer: VideoWriter,
    sound: SoundBeside,
  ): Promise<PictureRecoder> {
    const { name, frameRate, start, shift } = this.#recoding.video;
    return openPictureRecoder(first, {
      ...plan,
      name,
      frameRate,
      onAlive: this.#onAlive,
      onPacket: async (packet, meta) => {
        const placed = packet.clone({ timestamp: packet.timestamp + start - shift });
        await sound.bringTo(placed.timestamp);
        const decoderConfig = meta?.decoderConfig && { ...meta.decoderConfig, ...shape };
        await writer.addVideo(placed, decoderConfig && { decoderConfig });
      },
    });
  }
}
