import { BufferSource, EncodedPacketSink, Input, type InputVideoTrack, MP4 } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import { frameToSeconds } from '#core/units.ts';
import { FFMPEG_INPUT, type FfmpegErrors, FfmpegInstance } from '../ffmpeg/ffmpeg-instance.ts';
import { MEDIA_STEP_SECONDS, withTimeLimit } from '../media/time-limit.ts';
import { BT709_LIMITED, type FrameEncoder, type VideoEncoding, type VideoPacketReceiver } from './frame-encoder.ts';

/** It prints a line twice a second while it works; silence for so long means that it hangs. */
const STALL_SECONDS = 10;

const OUTPUT = '/out.mp4';

/**
 * libx264 in WebAssembly, for browsers whose own H.264 encoder fails. Raw frames do not fit into its memory, so each
 * group of pictures is encoded alone, by a fresh instance: a reused one faulted 19 times in 556 files, a fresh one never.
 * @param onAlive called now and then while a group is being encoded, which may take minutes.
 */
export function createFfmpegEncoder(
  encoding: VideoEncoding,
  onPacket: VideoPacketReceiver,
  onAlive: () => void,
): FrameEncoder {
  return new FfmpegFrameEncoder(encoding, onPacket, onAlive);
}

class FfmpegFrameEncoder implements FrameEncoder {
  readonly #encoding: VideoEncoding;
  readonly #onPacket: VideoPacketReceiver;
  readonly #onAlive: () => void;
  /** Frames of the group that is being gathered. Blobs, because the browser may keep them on disk. */
  #group: Blob[] = [];
  #groupStart = 0;
  #running: FfmpegInstance | null = null;

  constructor(encoding: VideoEncoding, onPacket: VideoPacketReceiver, onAlive: () => void) {
    this.#encoding = encoding;
    this.#onPacket = onPacket;
    this.#onAlive = onAlive;
  }

  async addFrame(i420: Uint8Array<ArrayBuffer>, frame: number): Promise<void> {
    if (this.#group.length === 0) this.#groupStart = frame;
    this.#group.push(new Blob([i420]));
    if (this.#group.length === this.#encoding.keyframeInterval) await this.#encodeGroup();
  }

  async finish(): Promise<void> {
    if (this.#group.length > 0) await this.#encodeGroup();
  }

  close(): void {
    this.#group = [];
    this.#running?.close();
    this.#running = null;
  }

  async #encodeGroup(): Promise<void> {
    const frames = this.#group;
    this.#group = [];
    const file = await this.#run(frames);
    await this.#handOn(file, frames.length);
  }

  /** One group as a small MP4. */
  async #run(frames: readonly Blob[]): Promise<Uint8Array<ArrayBuffer>> {
    const options = { errors: ERRORS, stallSeconds: STALL_SECONDS, onAlive: this.#onAlive };
    const ffmpeg = await FfmpegInstance.open(new Blob([...frames]), options);
    this.#running = ffmpeg;
    try {
      await ffmpeg.run(encodeArguments(this.#encoding, frames.length));
      return await ffmpeg.read(OUTPUT);
    } finally {
      ffmpeg.close();
      this.#running = null;
    }
  }

  async #handOn(file: Uint8Array<ArrayBuffer>, frames: number): Promise<void> {
    const input = new Input({ source: new BufferSource(file), formats: [MP4] });
    try {
      const track = await withTimeLimit(input.getPrimaryVideoTrack(), MEDIA_STEP_SECONDS, () =>
        stalled(MEDIA_STEP_SECONDS),
      );
      if (!track) throw failed('it made a file without video');
      const count = await this.#handOnPackets(track);
      if (count !== frames) throw failed(`it made ${count} of ${frames} frames`);
    } finally {
      input.dispose();
    }
  }

  async #handOnPackets(track: InputVideoTrack): Promise<number> {
    const { frameRate } = this.#encoding;
    const decoderConfig = await track.getDecoderConfig();
    if (!decoderConfig) throw failed('its stream cannot be described');
    let count = 0;
    // Without B-frames, packets are in the order of the frames.
    for await (const packet of new EncodedPacketSink(track).packets()) {
      const timestamp = frameToSeconds(this.#groupStart + count, frameRate);
      const placed = packet.clone({ timestamp, duration: frameToSeconds(1, frameRate) });
      await this.#onPacket(placed, { decoderConfig: { ...decoderConfig, colorSpace: BT709_LIMITED } });
      count++;
    }
    return count;
  }
}

/** Only these arguments are ever passed: numbers of ours around fixed words. */
function encodeArguments({ size, frameRate, videoBitRate }: VideoEncoding, frames: number): string[] {
  const rate = `${frameRate.numerator}/${frameRate.denominator}`;
  return [
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
    ...['-s', `${size.width}x${size.height}`, '-framerate', rate, '-i', FFMPEG_INPUT],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
    ...['-b:v', String(videoBitRate), '-maxrate', String(1.5 * videoBitRate), '-bufsize', String(2 * videoBitRate)],
    ...['-g', String(frames), '-sc_threshold', '0', '-bf', '0', '-flags', '+cgop', '-threads', '1'],
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-f', 'mp4', OUTPUT],
  ];
}

/** `encoder-failed` when it ends with an error, `render-stalled` when it falls silent. */
const ERRORS: FfmpegErrors = { failed, stalled };

function failed(cause: string): StudioError {
  return new StudioError(
    'encoder-failed',
    `The built-in video encoder failed: ${cause}. Try the “eco” quality, or another browser.`,
    { rule: 'encodes H.264 High', value: 'libx264', cause },
  );
}

function stalled(seconds: number): StudioError {
  return new StudioError(
    'render-stalled',
    `The built-in video encoder stopped answering: nothing came for ${seconds} seconds. Try again; close other tabs if it happens again.`,
    { rule: 'seconds without a sign of life', value: seconds },
  );
}
