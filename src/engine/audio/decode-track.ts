import {
  ADTS,
  type AudioSample,
  AudioSampleSink,
  BlobSource,
  FLAC,
  Input,
  type InputAudioTrack,
  InputDisposedError,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';
import { ID3_HEADER_BYTES, mp3StartDelay, skipId3v2 } from '#core/audio/mp3-gapless.ts';
import { type StereoChunk, sliceChunk, toStereo } from '#core/audio/stereo.ts';
import { StudioError } from '#core/errors.ts';
import { shownStart } from '../media/shown-start.ts';
import { hangingFileError, MEDIA_STEP_SECONDS, withTimeLimit } from '../media/time-limit.ts';

/** Containers that may hold music. HLS playlists are left out: they would fetch from the network. */
const FORMATS = [MP4, QTFF, MATROSKA, WEBM, MPEG_TS, WAVE, OGG, FLAC, MP3, ADTS];

/** Enough of an MP3 for its first frame's tag, in bytes. */
const MP3_TAG_BYTES = 512;

/** A decoder that begins in the middle needs packets before it: this is more than any codec asks for, in seconds. */
const RUN_UP_SECONDS = 0.2;

/** A piece of decoded sound and where it belongs. */
export interface DecodedChunk {
  /** Of the first sample, in seconds from the start of the track, or of its pictures where it has any. */
  readonly time: number;
  /** In hertz. */
  readonly sampleRate: number;
  readonly stereo: StereoChunk;
}

/** An opened track. Whoever opened it disposes it, which also ends a decode that is under way. */
export interface TrackDecoder {
  readonly container: string;
  readonly codec: string;
  /** As the file says; decoded chunks may differ (HE-AAC doubles its rate). */
  readonly sampleRate: number;
  readonly channels: number;
  /** As the file says, in seconds: fit for progress only. Null where it says nothing. */
  readonly statedSeconds: number | null;
  /** As its packets say, all of which are gone through: fit for progress only. */
  countSeconds(): Promise<number>;
  /**
   * Decodes a few packets at a time.
   * @param from seconds from the start of the track, to the nearest sample.
   */
  chunks(from?: number): AsyncGenerator<DecodedChunk, void, undefined>;
  dispose(): void;
}

/**
 * Opens the sound of a file.
 * @param name what the file is called, for error messages.
 * @throws StudioError `file-damaged` when it cannot be read, `file-unsupported` when it holds no sound or this browser
 * has no decoder for it. `chunks()` throws `file-damaged` too.
 */
export async function openTrack(bytes: Blob, name: string): Promise<TrackDecoder> {
  const input = new Input({ source: new BlobSource(bytes), formats: FORMATS });
  try {
    return await withTimeLimit(readHeaders(input, bytes, name), MEDIA_STEP_SECONDS, () => hangingFileError(name));
  } catch (error) {
    input.dispose();
    throw error instanceof StudioError ? error : damaged(name, error);
  }
}

async function readHeaders(input: Input, bytes: Blob, name: string): Promise<TrackDecoder> {
  const format = await input.getFormat();
  const track = await input.getPrimaryAudioTrack();
  // Half a file often has a good beginning and no list of tracks.
  if ((await input.getTracks()).length === 0) throw new Error('It lists no tracks.');
  if (!track) {
    throw new StudioError('file-unsupported', `“${name}” holds no sound. Choose a file with music in it.`, {
      file: name,
      rule: 'has an audio track',
    });
  }
  const codec = (await track.getCodec()) ?? 'unknown';
  if (!(await track.canDecode())) {
    throw new StudioError(
      'file-unsupported',
      `“${name}” is encoded as ${codec}, which this browser cannot decode. Convert it to MP3, WAV or M4A.`,
      { file: name, rule: 'decodable audio codec', value: codec },
    );
  }
  const sampleRate = await track.getSampleRate();
  const delaySeconds = format === MP3 ? (await readMp3Delay(bytes)) / sampleRate : await firstPictureSeconds(input);
  return {
    container: format.name,
    codec,
    sampleRate,
    channels: await track.getNumberOfChannels(),
    statedSeconds: await track.getDurationFromMetadata(),
    countSeconds: () => track.computeDuration(),
    chunks: (from = 0) => decode(track, name, delaySeconds, from),
    dispose: () => input.dispose(),
  };
}

/** The sound of a clip is counted from its first picture, as its pictures are. */
async function firstPictureSeconds(input: Input): Promise<number> {
  const pictures = await input.getPrimaryVideoTrack();
  return pictures ? await shownStart(pictures) : 0;
}

/** @param origin the file's own time of what is called 0 here, in seconds. */
async function* decode(
  track: InputAudioTrack,
  name: string,
  origin: number,
  from: number,
): AsyncGenerator<DecodedChunk, void, undefined> {
  const sink = new AudioSampleSink(track);
  const samples = from > RUN_UP_SECONDS ? sink.samples(origin + from - RUN_UP_SECONDS) : sink.samples();
  try {
    while (true) {
      const step = await withTimeLimit(samples.next(), MEDIA_STEP_SECONDS, () => hangingFileError(name));
      if (step.done) return;
      const chunk = fromTime(step.value, origin, from);
      if (chunk) yield chunk;
    }
  } catch (error) {
    if (error instanceof StudioError || error instanceof InputDisposedError) throw error;
    throw damaged(name, error);
  } finally {
    // Not awaited: after a hang the generator would never answer. Disposing the input ends it, which is no error here.
    samples.return().catch(() => undefined);
  }
}

/** The part of a sample at or after `from`; null when there is none (before 0 lie encoders' delays). Closes the sample. */
function fromTime(sample: AudioSample, origin: number, from: number): DecodedChunk | null {
  try {
    return cutBefore(sample, origin, from);
  } finally {
    sample.close();
  }
}

function cutBefore(sample: AudioSample, origin: number, from: number): DecodedChunk | null {
  const { sampleRate, numberOfFrames } = sample;
  const position = Math.round((sample.timestamp - origin) * sampleRate);
  const cut = Math.max(0, Math.round(from * sampleRate) - position);
  if (cut >= numberOfFrames) return null;
  return {
    time: (position + cut) / sampleRate,
    sampleRate,
    stereo: sliceChunk(toStereo(planesOf(sample)), cut),
  };
}

function planesOf(sample: AudioSample): Float32Array[] {
  return Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
}

async function readMp3Delay(file: Blob): Promise<number> {
  const start = skipId3v2(await readBytes(file, 0, ID3_HEADER_BYTES));
  return mp3StartDelay(await readBytes(file, start, MP3_TAG_BYTES));
}

async function readBytes(file: Blob, start: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, start + length).arrayBuffer());
}

function damaged(name: string, thrown: unknown): StudioError {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return new StudioError(
    'file-damaged',
    `“${name}” cannot be read as sound: the file is damaged or is not what its name says. Choose another file.`,
    { file: name, rule: 'readable audio', cause },
    { cause: thrown },
  );
}
