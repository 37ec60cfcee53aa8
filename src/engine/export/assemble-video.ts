import type { EncodedPacket } from 'mediabunny';
import { StudioError } from '#core/errors.ts';
import type { RenderPart } from '#core/render/render-part.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import type { ByteSink } from './byte-sink.ts';
import { BT709_LIMITED } from './frame-encoder.ts';
import { type Mp4Writer, openMp4 } from './mp4-writer.ts';
import { readPart } from './packet-file.ts';
import { sameDescription, withParameterSets } from './parameter-sets.ts';

/** Segments that are being read at a time: each takes the browser about 10 ms, of which most is waiting. */
const READ_AHEAD = 4;

export interface AssemblyRequest {
  readonly settings: RenderSettings;
  /** Every segment, in order. */
  readonly segments: readonly RenderPart[];
  readonly sound: RenderPart;
  readonly openPart: (part: RenderPart) => Promise<Blob>;
}

/**
 * Joins the parts of a render to one MP4, packet by packet: nothing is encoded again. After an error what was written
 * stays in the sink, for its owner to remove.
 * @param onProgress how many pictures are in the file.
 * @returns the size of the file, which is on disk.
 * @throws StudioError `disk-full`, `part-damaged`.
 */
export async function assembleVideo(
  request: AssemblyRequest,
  sink: ByteSink,
  onProgress: (pictures: number) => void,
): Promise<number> {
  const { settings, segments, sound } = request;
  const writer = await openMp4(sink, {
    frameRate: settings.frameRate,
    videoPackets: segments.reduce((sum, { packets }) => sum + packets.sizes.length, 0),
    audioPackets: sound.packets.sizes.length,
  });
  try {
    await joinParts(request, writer, onProgress);
    const bytes = await writer.finish();
    sink.flush();
    return bytes;
  } catch (error) {
    await writer.cancel();
    throw error;
  }
}

/** Sound and pictures of one moment lie beside each other, so that a player need not jump about in the file. */
async function joinParts(
  { settings, segments, sound, openPart }: AssemblyRequest,
  writer: Mp4Writer,
  onProgress: (pictures: number) => void,
): Promise<void> {
  const first = firstOf(segments);
  const soundPackets = await readPart(sound, await openPart(sound));
  let nextSound = 0;
  const addSoundUntil = async (time: number) => {
    for (let packet = soundPackets[nextSound]; packet && packet.timestamp <= time; packet = soundPackets[++nextSound]) {
      await writer.addAudio(packet, soundMeta(sound, settings));
    }
  };
  let pictures = 0;
  const read = async (segment: RenderPart) => picturesOf(segment, await openPart(segment), first);
  for await (const packets of readingAhead(segments, read)) {
    for (const packet of packets) {
      await addSoundUntil(packet.timestamp);
      await writer.addVideo(packet, pictureMeta(first, settings));
      onProgress(++pictures);
    }
  }
  await addSoundUntil(Number.POSITIVE_INFINITY);
}

/** Reads some while those before are in use: the disk and the check of the sum are other threads' work. */
async function* readingAhead<T, R>(items: readonly T[], read: (item: T) => Promise<R>): AsyncGenerator<R, void, void> {
  const begin = (item: T) => {
    const reading = read(item);
    // Whoever awaits it gets the error; until then it must not count as unhandled.
    reading.catch(() => undefined);
    return reading;
  };
  const readings = items.slice(0, READ_AHEAD).map(begin);
  const later = items.slice(READ_AHEAD).values();
  for (let reading = readings.shift(); reading; reading = readings.shift()) {
    yield await reading;
    const { value: next, done } = later.next();
    if (!done) readings.push(begin(next));
  }
}

/** A segment of an encoder that was set up differently brings its own parameter sets: the file has but one `avcC`. */
async function picturesOf(segment: RenderPart, file: Blob, first: RenderPart): Promise<EncodedPacket[]> {
  const packets = await readPart(segment, file);
  if (sameDescription(segment.description, first.description)) return packets;
  return packets.map((packet) => {
    if (packet.type !== 'key') return packet;
    return packet.clone({ data: withParameterSets(packet.data, segment.description) });
  });
}

function firstOf(segments: readonly RenderPart[]): RenderPart {
  const [first] = segments;
  if (!first) throw new StudioError('output-wrong', 'This export has no pictures. Export it again.', { value: 0 });
  return first;
}

function pictureMeta({ codec, description }: RenderPart, { size }: RenderSettings): EncodedVideoChunkMetadata {
  const decoderConfig = { codec, description, codedWidth: size.width, codedHeight: size.height };
  return { decoderConfig: { ...decoderConfig, colorSpace: BT709_LIMITED } };
}

function soundMeta({ codec, description }: RenderPart, { audio }: RenderSettings): EncodedAudioChunkMetadata {
  return { decoderConfig: { codec, description, sampleRate: audio.sampleRate, numberOfChannels: audio.channels } };
}
