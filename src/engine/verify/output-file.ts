import {
  BlobSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  MP4,
} from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { withTimeLimit } from '../media/time-limit.ts';

/** One step of reading takes milliseconds; what takes so long will not end, in seconds. */
const STEP_SECONDS = 10;

/** What the file's tables say, all times in seconds with the edit lists applied. */
export interface OutputFacts {
  /** Such as `avc, aac`; `none` stands for a track that is missing. */
  readonly codecs: string;
  readonly size: Size;
  readonly colours: VideoColorSpaceInit | null;
  /** Of every packet, in the order of the file. */
  readonly frameTimes: readonly number[];
  readonly videoEnd: number;
  /** Null without sound. */
  readonly soundEnd: number | null;
}

/** A finished file, opened to be looked at. Whoever opened it disposes it. */
export interface OutputFile {
  readonly facts: OutputFacts;
  /** Without colours, so that decoded frames tell those of the stream; null where this browser cannot decode it. */
  readonly decoderConfig: VideoDecoderConfig | null;
  /** Every packet of the pictures, in decode order. */
  packets(): AsyncGenerator<EncodedPacket, void, unknown>;
  dispose(): void;
}

/** @throws Error where the file cannot be read, StudioError `render-stalled` where reading does not end. */
export async function openOutput(file: Blob): Promise<OutputFile> {
  const input = new Input({ formats: [MP4], source: new BlobSource(file) });
  try {
    const video = await limited(input.getPrimaryVideoTrack());
    const audio = await limited(input.getPrimaryAudioTrack());
    if (!video) throw new Error('it has no pictures');
    const sink = new EncodedPacketSink(video);
    return {
      facts: await readFacts(video, audio),
      decoderConfig: await readDecoderConfig(video),
      packets: () => sink.packets(),
      dispose: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
}

async function readFacts(video: InputVideoTrack, audio: InputAudioTrack | null): Promise<OutputFacts> {
  return {
    codecs: `${(await video.getCodec()) ?? 'unknown'}, ${audio ? ((await audio.getCodec()) ?? 'unknown') : 'none'}`,
    size: { width: await video.getCodedWidth(), height: await video.getCodedHeight() },
    colours: await limited(video.getColorSpace()),
    frameTimes: await readTimes(video),
    videoEnd: await limited(video.computeDuration()),
    soundEnd: audio ? await limited(audio.computeDuration()) : null,
  };
}

async function readTimes(track: InputTrack): Promise<number[]> {
  const times: number[] = [];
  const packets = new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true });
  for await (const { timestamp } of packets) times.push(timestamp);
  return times;
}

async function readDecoderConfig(track: InputVideoTrack): Promise<VideoDecoderConfig | null> {
  const config = await limited(track.getDecoderConfig());
  if (!config || !(await limited(track.canDecode()))) return null;
  const { colorSpace: _, ...plain } = config;
  return plain;
}

function limited<T>(work: Promise<T>): Promise<T> {
  return withTimeLimit(work, STEP_SECONDS, () => {
    const message = `The finished video could not be read within ${STEP_SECONDS} seconds. Export it again.`;
    return new StudioError('render-stalled', message, { rule: 'seconds without an answer', value: STEP_SECONDS });
  });
}
