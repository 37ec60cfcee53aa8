import {
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP4,
  QTFF,
} from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { HdrTransfer } from '#core/media/asset.ts';
import type { ClipDescription } from './clip-description.ts';
import { damagedClip, noFrames } from './clip-errors.ts';
import { CLIP_FORMATS } from './clip-formats.ts';
import { shownStart } from './shown-start.ts';
import { statedFacts } from './stated-facts.ts';
import { withTimeLimit } from './time-limit.ts';

/** The media library never returns from a few odd files. Shorter than the import's own watch, which ends the worker. */
const READ_SECONDS = 8;

/** Enough to tell a steady frame rate from a varying one. */
const FRAME_RATE_PACKETS = 300;

/** Containers with an index of all pictures: of these more are looked at, as phones change their rate when it gets dark. */
const INDEXED = [MP4, QTFF];
/** 11 minutes at 30 a second. */
const INDEXED_PACKETS = 20_000;

/**
 * What the headers of a clip say.
 * @returns null where the file has no video track; a codec of `unknown` where the media library has no name for it.
 * @throws StudioError `no-video-frames`, or `file-damaged` where it cannot be read to its end.
 */
export async function describeClip(bytes: Blob, name: string): Promise<ClipDescription | null> {
  const input = new Input({ source: new BlobSource(bytes), formats: CLIP_FORMATS });
  try {
    return await withTimeLimit(describe(input, { name, size: bytes.size }), READ_SECONDS, () =>
      damagedClip(name, `reading it took over ${READ_SECONDS} seconds`),
    );
  } catch (error) {
    throw error instanceof StudioError ? error : damagedClip(name, 'its data cannot be read', error);
  } finally {
    input.dispose();
  }
}

async function describe(
  input: Input,
  { name, size }: { readonly name: string; readonly size: number },
): Promise<ClipDescription | null> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) {
    if ((await input.getTracks()).length > 0) return null;
    throw damagedClip(name, 'it lists neither pictures nor sound, as when its end is missing');
  }
  const start = await shownStart(track);
  const durationSeconds = (await track.computeDuration()) - start;
  if (!(durationSeconds > 0)) throw noFrames(name);
  await refuseCutOff(track, name);
  const { matrix, transfer } = await track.getColorSpace();
  const audio = await input.getPrimaryAudioTrack();
  const format = await input.getFormat();
  const pixels = await track.getPixelAspectRatio();
  return {
    container: format.name,
    codec: (await track.getCodec()) ?? 'unknown',
    size: { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() },
    storedSize: { width: await track.getCodedWidth(), height: await track.getCodedHeight() },
    durationSeconds,
    ...(await frameRateOf(track, durationSeconds, INDEXED.includes(format) ? INDEXED_PACKETS : FRAME_RATE_PACKETS)),
    rotation: await track.getRotation(),
    squarePixels: pixels.num === pixels.den,
    hdr: hdrOf(transfer),
    matrixKnown: matrix !== undefined && matrix !== null,
    sound: await soundOf(audio),
    stated: await statedFacts({ input, video: track, audio }, size),
  };
}

/** A list of pictures at the front may promise what the end of the file does not hold. */
async function refuseCutOff(track: InputVideoTrack, name: string): Promise<void> {
  try {
    const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY);
    if (last && last.data.byteLength > 0) return;
  } catch (cause) {
    throw damagedClip(name, 'its end is missing', cause);
  }
  throw damagedClip(name, 'its end is missing');
}

async function frameRateOf(
  track: InputVideoTrack,
  durationSeconds: number,
  targetPacketCount: number,
): Promise<Pick<ClipDescription, 'frameRate' | 'frameTiming'>> {
  const metrics = await track.computeFrameRateMetrics({ targetPacketCount });
  // One picture has no rate of its own.
  if (metrics.probedPacketCount < 2) return { frameRate: 1 / durationSeconds, frameTiming: 'constant' };
  const rate = metrics.frameRateIsConstant ? metrics.bestGuessFrameRate : metrics.averageFrameRate;
  return { frameRate: rate, frameTiming: metrics.frameRateIsConstant ? 'constant' : 'variable' };
}

async function soundOf(track: InputAudioTrack | null): Promise<ClipDescription['sound']> {
  if (!track) return null;
  return { codec: (await track.getCodec()) ?? 'an unknown codec', playable: await track.canDecode() };
}

export function hdrOf(transfer: string | null | undefined): HdrTransfer | null {
  if (transfer === 'pq' || transfer === 'smpte2084') return 'pq';
  return transfer === 'hlg' || transfer === 'arib-std-b67' ? 'hlg' : null;
}
