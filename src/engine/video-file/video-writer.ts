import {
  type AudioCodec,
  type AudioTrackMetadata,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedVideoPacketSource,
  type MetadataTags,
  MkvOutputFormat,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  TextSubtitleSource,
  type VideoCodec,
  type VideoTrackMetadata,
  WebMOutputFormat,
} from 'mediabunny';
import type { ByteSink } from '../export/byte-sink.ts';
import { SinkTarget } from '../export/sink-target.ts';

export type VideoContainer = 'mp4' | 'mov' | 'mkv' | 'webm';

export const CONTAINER_NAMES: Record<VideoContainer, string> = {
  mp4: 'MP4',
  mov: 'QuickTime',
  mkv: 'Matroska',
  webm: 'WebM',
};

/** The tracks of a file, and at most how many packets each will have. */
export interface VideoWriterPlan {
  readonly container: VideoContainer;
  readonly video: { readonly codec: VideoCodec; readonly metadata: VideoTrackMetadata };
  readonly sounds: readonly { readonly codec: AudioCodec; readonly metadata: AudioTrackMetadata }[];
  readonly text: WrittenText | null;
  /** Title, author and the like. */
  readonly tags: MetadataTags;
}

export interface WrittenText {
  /** A whole WebVTT file. */
  readonly webvtt: string;
  /** How many captions it holds. */
  readonly cues: number;
  /** ISO 639-2/T, such as `eng`. */
  readonly languageCode: string;
}

/**
 * Writes one video track, any number of sounds and captions that a player shows, packet by packet. An MP4 has its `moov`
 * in front. After `open`, whoever opened it finishes or cancels it.
 */
export class VideoWriter {
  readonly #target: SinkTarget;
  readonly #output: Output;
  readonly #video: EncodedVideoPacketSource;
  readonly #sounds: readonly EncodedAudioPacketSource[];

  private constructor(sink: ByteSink, plan: VideoWriterPlan) {
    this.#target = new SinkTarget(sink);
    this.#output = new Output({ format: formatOf(plan.container), target: this.#target.stream });
    this.#video = new EncodedVideoPacketSource(plan.video.codec);
    this.#output.addVideoTrack(this.#video, plan.video.metadata);
    this.#output.setMetadataTags(plan.tags);
    this.#sounds = plan.sounds.map(({ codec, metadata }) => {
      const source = new EncodedAudioPacketSource(codec);
      this.#output.addAudioTrack(source, metadata);
      return source;
    });
  }

  /** Every method throws StudioError `disk-full` when the sink has no more room. */
  static async open(sink: ByteSink, plan: VideoWriterPlan): Promise<VideoWriter> {
    const writer = new VideoWriter(sink, plan);
    const text = plan.text && writer.#addText(plan.text);
    await writer.#target.guard(() => writer.#output.start());
    await text?.();
    return writer;
  }

  addVideo(packet: EncodedPacket, meta: EncodedVideoChunkMetadata | undefined): Promise<void> {
    return this.#target.guard(() => this.#video.add(packet, meta));
  }

  /** @param sound its place in the plan. */
  async addSound(sound: number, packet: EncodedPacket, meta: EncodedAudioChunkMetadata | undefined): Promise<void> {
    const source = this.#sounds[sound];
    if (source) await this.#target.guard(() => source.add(packet, meta));
  }

  /** Nothing more of it comes: other tracks need not wait for it. */
  endSound(sound: number): void {
    this.#sounds[sound]?.close();
  }

  /** Completes the file and gives its size in bytes. */
  async finish(): Promise<number> {
    await this.#target.guard(() => this.#output.finalize());
    return this.#target.bytes;
  }

  /** Gives up. What was written stays in the sink, for its owner to remove. */
  cancel(): Promise<void> {
    return this.#target.giveUp(this.#output);
  }

  #addText({ webvtt, cues, languageCode }: WrittenText): () => Promise<void> {
    const source = new TextSubtitleSource('webvtt');
    // Between two captions may lie a gap, which is a packet too.
    this.#output.addSubtitleTrack(source, {
      languageCode,
      maximumPacketCount: 2 * cues + 2,
      disposition: { default: true },
    });
    return async () => {
      await this.#target.guard(() => source.add(webvtt));
      source.close();
    };
  }
}

/** What such a file can hold of a source's sound. */
export function holdsSound(container: VideoContainer, codec: AudioCodec): boolean {
  return formatOf(container).getSupportedAudioCodecs().includes(codec);
}

function formatOf(container: VideoContainer): OutputFormat {
  switch (container) {
    case 'mp4':
      return new Mp4OutputFormat({ fastStart: 'reserve' });
    case 'mov':
      return new MovOutputFormat({ fastStart: 'reserve' });
    case 'mkv':
      return new MkvOutputFormat();
    case 'webm':
      return new WebMOutputFormat();
  }
}
