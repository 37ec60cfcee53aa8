import { ALL_FORMATS, BlobSource, EncodedPacket, EncodedPacketSink, Input } from 'mediabunny';
import { expect, test } from 'vitest';
import type { PartIndex, RenderPart } from '#core/render/render-part.ts';
import { renderSettings } from '#core/render/settings.ts';
import { assembleVideo } from './assemble-video.ts';
import { writePart } from './packet-file.ts';

const SETTINGS = renderSettings('9:16', 'eco');
const RATE = SETTINGS.audio.sampleRate;
const AVCC = Uint8Array.of(1, 100, 0, 40, 0xff, 0xe1, 0, 4, 0x67, 100, 0, 40, 1, 0, 2, 0x68, 3);
const OTHER_AVCC = AVCC.map((byte, at) => (at === AVCC.length - 1 ? 4 : byte));
const FRAMES = 6;

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

/** Parts in memory: segments of six frames each, and sound of the same length. */
class Parts {
  readonly files = new Map<PartIndex, MemoryFile>();
  readonly segments: RenderPart[] = [];

  async addSegment(description: Uint8Array<ArrayBuffer>): Promise<void> {
    const index = this.segments.length;
    const packets = Array.from({ length: FRAMES }, (_, n) => {
      const frame = index * FRAMES + n;
      return new EncodedPacket(Uint8Array.of(0, 0, 0, 2, 0x65, frame), 'key', frame / 24, 1 / 24);
    });
    this.segments.push(await this.#write(index, packets, 'avc1.640028', description));
  }

  async sound(): Promise<RenderPart> {
    const end = (this.segments.length * FRAMES * RATE) / 24;
    const packets: EncodedPacket[] = [];
    for (let start = -1024; start < end; start += 1024) {
      packets.push(new EncodedPacket(Uint8Array.of(1, 2), 'key', start / RATE, Math.min(1024, end - start) / RATE));
    }
    return await this.#write('sound', packets, 'mp4a.40.2', Uint8Array.of(0x11, 0x90));
  }

  async #write(
    index: PartIndex,
    packets: readonly EncodedPacket[],
    codec: string,
    description: Uint8Array<ArrayBuffer>,
  ): Promise<RenderPart> {
    const file = new MemoryFile();
    this.files.set(index, file);
    const finished = await writePart({ format: { codec, description }, packets }, file);
    return { jobId: 'job', index, fingerprint: 'f', ...finished };
  }
}

async function assembled(parts: Parts): Promise<Blob> {
  const video = new MemoryFile();
  const openPart = async ({ index }: RenderPart) => new Blob([parts.files.get(index)?.bytes ?? new Uint8Array(0)]);
  const request = { settings: SETTINGS, segments: parts.segments, sound: await parts.sound(), openPart };
  const bytes = await assembleVideo(request, video, () => {});
  expect(bytes).toBe(video.bytes.length);
  return new Blob([video.bytes]);
}

async function pictures(file: Blob): Promise<EncodedPacket[]> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('No pictures.');
  const packets: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return packets;
}

test('a video has every picture of its segments once, in order, each at its time', async () => {
  const parts = new Parts();
  for (let n = 0; n < 3; n++) await parts.addSegment(AVCC);
  const found = await pictures(await assembled(parts));
  expect(found.map(({ data }) => data.at(-1))).toEqual([...Array(3 * FRAMES).keys()]);
  found.forEach(({ timestamp }, frame) => {
    expect(timestamp).toBeCloseTo(frame / 24, 6);
  });
});

test('a segment of an encoder that was set up differently brings its own parameter sets', async () => {
  const parts = new Parts();
  await parts.addSegment(AVCC);
  await parts.addSegment(OTHER_AVCC);
  const found = await pictures(await assembled(parts));
  const sets = [0, 0, 0, 4, 0x67, 100, 0, 40, 0, 0, 0, 2, 0x68, 4];
  expect([...(found[0]?.data ?? [])]).toEqual([0, 0, 0, 2, 0x65, 0]);
  expect([...(found[FRAMES]?.data ?? [])]).toEqual([...sets, 0, 0, 0, 2, 0x65, FRAMES]);
});

test('a damaged segment ends the assembly by name', async () => {
  const parts = new Parts();
  await parts.addSegment(AVCC);
  await parts.addSegment(AVCC);
  parts.files.get(1)?.write(Uint8Array.of(9), 5);
  await expect(assembled(parts)).rejects.toMatchObject({
    code: 'part-damaged',
    details: { rule: 'part 1 is as it was written' },
  });
});
