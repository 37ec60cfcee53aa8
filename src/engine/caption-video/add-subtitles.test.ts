import { ALL_FORMATS, BlobSource, EncodedPacket, EncodedPacketSink, Input, type InputTrack } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import type { Cue } from '#core/captions/transcript.ts';
import { type VideoContainer, VideoWriter } from '../video-file/video-writer.ts';
import { addSubtitles } from './add-subtitles.ts';
import { describeVideo } from './describe-video.ts';

const TICKS = 30_000;
const RATE = 48_000;
/** Order of decoding in groups with pictures that look ahead: key, the one after the next, the next. */
const FRAMES = [0, 2, 1, 4, 3, 6, 5, 7];
/** In ticks: the pace changes on the way. */
const TIMES = [0, 1001, 2002, 3003, 6006, 7007, 8008, 12_012];

const VIDEO = {
  codec: 'avc1.640028',
  codedWidth: 640,
  codedHeight: 360,
  description: Uint8Array.of(1, 100, 0, 40, 255, 224, 0),
};
const SOUND = { codec: 'mp4a.40.2', sampleRate: RATE, numberOfChannels: 2, description: Uint8Array.of(0x11, 0x90) };

class MemoryFile {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  write(bytes: Uint8Array, position: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length, position + bytes.length));
    grown.set(this.bytes);
    grown.set(bytes, position);
    this.bytes = grown;
  }

  flush(): void {
    // Memory needs none.
  }
}

interface Source {
  readonly rotation?: 0 | 90;
  /** When everything begins, in seconds. */
  readonly begins?: number;
  readonly sounds?: number;
}

/** Eight pictures, and sound that begins a packet early, as encoders' delay makes it. */
async function source({ rotation = 0, begins = 0, sounds = 1 }: Source = {}): Promise<Blob> {
  const file = new MemoryFile();
  const writer = await VideoWriter.open(file, {
    container: 'mp4',
    video: { codec: 'avc', metadata: { rotation, maximumPacketCount: FRAMES.length, frameRate: TICKS } },
    sounds: Array.from({ length: sounds }, () => ({ codec: 'aac', metadata: { maximumPacketCount: 20 } })),
    text: null,
    tags: {},
  });
  for (const frame of FRAMES) {
    const time = (TIMES[frame] ?? 0) / TICKS + begins;
    const data = Uint8Array.of(0, 0, 0, 2, frame === 0 ? 0x65 : 0x41, frame);
    const packet = new EncodedPacket(data, frame === 0 ? 'key' : 'delta', time, 1001 / TICKS);
    await writer.addVideo(packet, { decoderConfig: VIDEO });
  }
  for (let sound = 0; sound < sounds; sound++) {
    for (let n = -1; n < 18; n++) {
      const packet = new EncodedPacket(Uint8Array.of(sound, n & 255), 'key', (n * 1024) / RATE + begins, 1024 / RATE);
      await writer.addSound(sound, packet, { decoderConfig: SOUND });
    }
  }
  await writer.finish();
  return new Blob([file.bytes]);
}

const CUE: Cue = {
  id: 'c1',
  start: 0.1,
  end: 0.3,
  words: [{ text: 'golden', start: 0.1, end: 0.3, confidence: 1 }],
  lines: [0],
};

async function subtitled(bytes: Blob, container: VideoContainer): Promise<Blob> {
  const file = new MemoryFile();
  const request = { file: { name: 'film.mp4', bytes }, cues: [CUE], language: 'en', container };
  const { frames, bytes: size } = await addSubtitles(request, file, () => {});
  expect(frames).toBe(FRAMES.length);
  expect(size).toBe(file.bytes.length);
  return new Blob([file.bytes]);
}

async function packetsOf(track: InputTrack): Promise<{ time: number; data: number[] }[]> {
  const found: { time: number; data: number[] }[] = [];
  for await (const { timestamp, data } of new EncodedPacketSink(track).packets()) {
    found.push({ time: timestamp, data: [...data] });
  }
  return found;
}

async function tracksOf(bytes: Blob): Promise<{ time: number; data: number[] }[][]> {
  const input = new Input({ source: new BlobSource(bytes), formats: ALL_FORMATS });
  const tracks = [...(await input.getVideoTracks()), ...(await input.getAudioTracks())];
  const all = await Promise.all(tracks.map(packetsOf));
  input.dispose();
  return all;
}

describe('a video with captions beside its pictures', () => {
  test('has every packet of its source at its own time', async () => {
    const bytes = await source();
    expect(await tracksOf(await subtitled(bytes, 'mp4'))).toEqual(await tracksOf(bytes));
  });

  test('counts in milliseconds as Matroska does, with the same packets', async () => {
    const bytes = await source();
    const [made, expected] = [await tracksOf(await subtitled(bytes, 'mkv')), await tracksOf(bytes)];
    expect(made.map((track) => track.map(({ data }) => data))).toEqual(
      expected.map((track) => track.map(({ data }) => data)),
    );
    made[0]?.forEach(({ time }, index) => {
      expect(Math.abs(time - (expected[0]?.[index]?.time ?? 0))).toBeLessThanOrEqual(0.0005001);
    });
  });

  test('keeps its rotation and all of its sounds', async () => {
    const made = await subtitled(await source({ rotation: 90, sounds: 2 }), 'mp4');
    const input = new Input({ source: new BlobSource(made), formats: ALL_FORMATS });
    expect(await (await input.getPrimaryVideoTrack())?.getRotation()).toBe(90);
    expect(await input.getAudioTracks()).toHaveLength(2);
    input.dispose();
  });

  test('begins at 0 where its source, like a broadcast, begins later', async () => {
    const [pictures = [], sound = []] = await tracksOf(await subtitled(await source({ begins: 5 }), 'mp4'));
    expect(sound[0]?.time).toBeCloseTo(0, 6);
    expect(pictures[0]?.time).toBeCloseTo(1024 / RATE, 4);
  });

  test('has the captions in it', async () => {
    for (const container of ['mp4', 'mkv'] as const) {
      const made = await subtitled(await source(), container);
      expect(await made.text()).toContain('golden');
    }
  });
});

describe('what a file says of itself', () => {
  test('is as a viewer sees it', async () => {
    const bytes = await source({ rotation: 90 });
    const described = await describeVideo({ name: 'film.mp4', bytes });
    expect(described).toMatchObject({ size: { width: 360, height: 640 }, frames: 8 });
    expect(described.durationSeconds).toBeCloseTo((12_012 + 1001) / TICKS, 4);
  });

  test.each([
    ['notes.mp4', new Blob(['no video at all']), 'file-damaged'],
    ['empty.mov', new Blob([]), 'file-damaged'],
  ])('is refused by name where it is none: %s', async (name, bytes, code) => {
    const refused = describeVideo({ name, bytes });
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(name);
  });
});
