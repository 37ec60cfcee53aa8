import wasmUrl from '@ffmpeg/core/wasm?url';
import coreUrl from '@ffmpeg/core?url';
import { FFFSType, FFmpeg } from '@ffmpeg/ffmpeg';
import { BufferSource, EncodedPacketSink, Input, type InputVideoTrack, MP4 } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import { frameToSeconds } from '#core/units.ts';
import { MEDIA_STEP_SECONDS, withTimeLimit } from '../media/time-limit.ts';
import { BT709_LIMITED, type FrameEncoder, type VideoEncoding, type VideoPacketReceiver } from './frame-encoder.ts';

/** Fetching and compiling 32 MB of WebAssembly on a slow machine, in seconds. */
const LOAD_SECONDS = 50;
/** It prints a line twice a second while it works; silence for so long means that it hangs. */
const STALL_SECONDS = 30;

const INPUT_FOLDER = '/in';
const INPUT_NAME = 'frames.yuv';
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
  #running: FFmpeg | null = null;

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
    this.#running?.terminate();
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
    const ffmpeg = new FFmpeg();
    this.#running = ffmpeg;
    try {
      await withTimeLimit(ffmpeg.load({ coreURL: coreUrl, wasmURL: wasmUrl }), LOAD_SECONDS, () =>
        stalled(LOAD_SECONDS),
      );
      await ffmpeg.createDir(INPUT_FOLDER);
      await ffmpeg.mount(
        FFFSType.WORKERFS,
        { blobs: [{ name: INPUT_NAME, data: new Blob([...frames]) }] },
        INPUT_FOLDER,
      );
      await executeWatched(ffmpeg, encodeArguments(this.#encoding, frames.length), this.#onAlive);
      const file = await ffmpeg.readFile(OUTPUT);
      if (typeof file === 'string') throw failed('it gave text instead of a video');
      return new Uint8Array(file);
    } catch (error) {
      throw error instanceof StudioError ? error : failed(error instanceof Error ? error.message : String(error));
    } finally {
      ffmpeg.terminate();
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
    ...['-protocol_whitelist', 'file', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
    ...['-s', `${size.width}x${size.height}`, '-framerate', rate, '-i', `${INPUT_FOLDER}/${INPUT_NAME}`],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
    ...['-b:v', String(videoBitRate), '-maxrate', String(1.5 * videoBitRate), '-bufsize', String(2 * videoBitRate)],
    ...['-g', String(frames), '-sc_threshold', '0', '-bf', '0', '-flags', '+cgop', '-threads', '1'],
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-f', 'mp4', OUTPUT],
  ];
}

/** @throws StudioError `encoder-failed` when it ends with an error, `render-stalled` when it falls silent. */
async function executeWatched(ffmpeg: FFmpeg, args: string[], onAlive: () => void): Promise<void> {
  let lastLine = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<never>((_, reject) => {
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(stalled(STALL_SECONDS)), STALL_SECONDS * 1000);
    };
    ffmpeg.on('log', ({ message }) => {
      lastLine = message;
      watch();
      onAlive();
    });
    watch();
  });
  try {
    const code = await Promise.race([ffmpeg.exec(args), silent]);
    if (code !== 0) throw failed(`it ended with code ${code} (${lastLine})`);
  } finally {
    clearTimeout(timer);
  }
}

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
