import { EncodedPacket } from 'mediabunny';
import { expect, test } from 'vitest';
import type { RenderPart } from '#core/render/render-part.ts';
import { isIntact, readPart, writePart } from './packet-file.ts';
import { sameDescription } from './parameter-sets.ts';

const FORMAT = { codec: 'avc1.640028', description: Uint8Array.of(1, 2, 3) };

/** Bytes in memory, as a file on disk would hold them. */
class MemoryFile {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  flushed = false;

  write(bytes: Uint8Array, position: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length, position + bytes.length));
    grown.set(this.bytes);
    grown.set(bytes, position);
    this.bytes = grown;
  }

  flush(): void {
    this.flushed = true;
  }

  toBlob(change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes): Blob {
    return new Blob([change(this.bytes.slice())]);
  }
}

function packets(count: number, bytes: number): EncodedPacket[] {
  return Array.from({ length: count }, (_, n) => {
    const data = Uint8Array.from({ length: bytes + n }, (_, at) => (at * 7 + n) & 0xff);
    return new EncodedPacket(data, n === 0 ? 'key' : 'delta', n / 30, 1 / 30);
  });
}

async function written(all: readonly EncodedPacket[]): Promise<{ part: RenderPart; file: MemoryFile }> {
  const file = new MemoryFile();
  const finished = await writePart({ format: FORMAT, packets: all }, file);
  return { part: { jobId: 'job', index: 0, fingerprint: 'f', ...finished }, file };
}

test('packets come back as they went in, and are on disk', async () => {
  const all = packets(30, 50_000);
  const { part, file } = await written(all);
  expect(file.flushed).toBe(true);
  const found = await readPart(part, file.toBlob());
  expect(found.map(({ type, timestamp, duration }) => [type, timestamp, duration])).toEqual(
    all.map(({ type, timestamp, duration }) => [type, timestamp, duration]),
  );
  found.forEach((packet, n) => {
    expect(sameDescription(packet.data, all[n]?.data ?? new Uint8Array())).toBe(true);
  });
  expect(await isIntact(part, file.toBlob())).toBe(true);
});

test('every packet of sound can be decoded by itself', async () => {
  const { part, file } = await written(packets(3, 10));
  const found = await readPart({ ...part, index: 'sound' }, file.toBlob());
  expect(found.map(({ type }) => type)).toEqual(['key', 'key', 'key']);
});

const DAMAGES: Record<string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>> = {
  'one byte is another': (bytes) => bytes.map((byte, at) => (at === 1234 ? byte ^ 1 : byte)),
  'its end is missing': (bytes) => bytes.slice(0, -1),
  'its end is zeros': (bytes) => bytes.map((byte, at) => (at > bytes.length - 100 ? 0 : byte)),
  'it is empty': () => new Uint8Array(0),
};
for (const [title, damage] of Object.entries(DAMAGES)) {
  test(`a file of which ${title} is found out`, async () => {
    const { part, file } = await written(packets(5, 1000));
    expect(await isIntact(part, file.toBlob(damage))).toBe(false);
    await expect(readPart(part, file.toBlob(damage))).rejects.toMatchObject({ code: 'part-damaged' });
  });
}

test('a file that is not there is not intact', async () => {
  const { part } = await written(packets(1, 10));
  expect(await isIntact(part, null)).toBe(false);
});
