import type { EncodedPacket } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import { withTimeLimit } from '../media/time-limit.ts';
import { chooseAacEncoder } from './aac-choice.ts';
import type { BrowserCodec } from './browser-codec.ts';
import { createFfmpegEncoder } from './ffmpeg-frame-encoder.ts';
import type { FrameEncoder, VideoEncoding, VideoPacketReceiver } from './frame-encoder.ts';
import { createWebCodecsEncoder, isEncodedInHardware } from './webcodecs-frame-encoder.ts';

/** Enough that encoders which fail at the second frame are found out. */
const TEST_FRAMES = 4;
const TEST_SECONDS = 15;
/** Brightness of the two halves of the test picture, in limited-range luma, and how far off it may come back. */
const DARK = 60;
const BRIGHT = 180;
const TOLERANCE = 24;

/** Big enough for every encoder, small enough to be quick in WebAssembly. */
const FFMPEG_TEST_SIZE: Size = { width: 320, height: 320 };

type OpenEncoder = (encoding: VideoEncoding, onPacket: VideoPacketReceiver, onAlive: () => void) => FrameEncoder;

/** Which encoders work here, found out by encoding frames of the wanted size and looking at what comes back. */
export async function probeEncoders(settings: RenderSettings): Promise<Omit<RenderCapabilities, 'compositor'>> {
  const [videoEncoder, aac] = [await probeVideoEncoder(settings), await chooseAacEncoder(settings.audio)];
  const hardwareEncoder = videoEncoder === 'webcodecs' && (await isEncodedInHardware(settings));
  return { videoEncoder, hardwareEncoder, audioEncoder: aac.encoder };
}

/** As `probeEncoders`, of pictures alone. */
export async function probeVideoEncoder(encoding: VideoEncoding): Promise<RenderCapabilities['videoEncoder']> {
  if (await probeBrowserCodec(encoding, 'avc')) return 'webcodecs';
  // What is not known to work is looked at with the same eyes, but not decoded: a browser without an encoder often has
  // no decoder either, and libx264 does not make garbage.
  const small = { ...encoding, size: FFMPEG_TEST_SIZE };
  return (await works(() => encodeTest(createFfmpegEncoder, small))) ? 'ffmpeg' : 'none';
}

/** Whether the browser encodes this codec, found out as `probeEncoders` does. */
export function probeBrowserCodec(encoding: VideoEncoding, codec: BrowserCodec): Promise<boolean> {
  const open: OpenEncoder = (tested, onPacket) => createWebCodecsEncoder(tested, onPacket, codec);
  return works(async () => expectPictureBack(await encodeTest(open, encoding), encoding.size));
}

async function works(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch {
    // Why it failed does not matter here: the next encoder is tried.
    return false;
  }
}

interface TestStream {
  readonly packets: readonly EncodedPacket[];
  readonly decoderConfig: VideoDecoderConfig;
}

async function encodeTest(open: OpenEncoder, encoding: VideoEncoding): Promise<TestStream> {
  const packets: EncodedPacket[] = [];
  let decoderConfig: VideoDecoderConfig | undefined;
  const receive: VideoPacketReceiver = async (packet, meta) => {
    packets.push(packet);
    decoderConfig ??= meta?.decoderConfig;
  };
  const encoder = open(encoding, receive, () => undefined);
  try {
    const picture = testPicture(encoding.size);
    for (let frame = 0; frame < TEST_FRAMES; frame++) await encoder.addFrame(picture, frame);
    await encoder.finish();
  } finally {
    encoder.close();
  }
  if (packets.length !== TEST_FRAMES || !decoderConfig) throw new Error(`It gave ${packets.length} packets.`);
  return { packets, decoderConfig };
}

/** Dark left half, bright right half, grey. */
function testPicture({ width, height }: Size): Uint8Array<ArrayBuffer> {
  const luma = width * height;
  const picture = new Uint8Array(luma + luma / 2).fill(128);
  for (let row = 0; row < height; row++) {
    picture.fill(DARK, row * width, row * width + width / 2);
    picture.fill(BRIGHT, row * width + width / 2, (row + 1) * width);
  }
  return picture;
}

/** @throws Error when the first frame does not decode to what was encoded. */
async function expectPictureBack({ packets, decoderConfig }: TestStream, size: Size): Promise<void> {
  const [first] = packets;
  if (!first) throw new Error('Nothing was encoded.');
  const luma = await withTimeLimit(decodeLuma(first, decoderConfig), TEST_SECONDS, hangs);
  const middle = Math.floor(size.height / 2) * size.width;
  const quarter = Math.floor(size.width / 4);
  const found = [luma[middle + quarter] ?? 0, luma[middle + 3 * quarter] ?? 0];
  const off = Math.max(Math.abs((found[0] ?? 0) - DARK), Math.abs((found[1] ?? 0) - BRIGHT));
  if (off > TOLERANCE) throw new Error(`The picture came back wrong: ${found.join(' and ')}.`);
}

/** Rows of luma without padding. */
async function decodeLuma(packet: EncodedPacket, config: VideoDecoderConfig): Promise<Uint8Array> {
  const reading: Promise<Uint8Array>[] = [];
  let failure: DOMException | null = null;
  const decoder = new VideoDecoder({
    output: (frame) => reading.push(readLuma(frame)),
    error: (error) => {
      failure = error;
    },
  });
  try {
    decoder.configure({ ...config, hardwareAcceleration: 'no-preference' });
    decoder.decode(packet.toEncodedVideoChunk());
    await decoder.flush();
  } finally {
    if (decoder.state !== 'closed') decoder.close();
  }
  const [luma] = await Promise.all(reading);
  if (failure) throw failure;
  if (!luma) throw new Error('Nothing was decoded.');
  return luma;
}

/** Closes the frame. */
async function readLuma(frame: VideoFrame): Promise<Uint8Array> {
  try {
    const bytes = new Uint8Array(frame.allocationSize());
    // In every format that decoders give, luma is the first plane.
    const [plane] = await frame.copyTo(bytes);
    // What `copyTo` copies, without what pads the picture to whole blocks.
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    const rows = new Uint8Array(width * height);
    for (let row = 0; row < height && plane; row++) {
      const start = plane.offset + row * plane.stride;
      rows.set(bytes.subarray(start, start + width), row * width);
    }
    return rows;
  } finally {
    frame.close();
  }
}

function hangs(): StudioError {
  return new StudioError('decoder-failed', 'The video decoder does not answer.', {
    rule: 'seconds',
    value: TEST_SECONDS,
  });
}
