import { EncodedPacket } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import type { ByteSink } from './byte-sink.ts';
import { type Mp4Writer, openMp4 } from './mp4-writer.ts';

const RATE = 48_000;
const PACKET_BYTES = 100_000;

/** Packets are not looked into: any bytes will do, behind descriptions of the right form. */
const VIDEO_META: EncodedVideoChunkMetadata = {
  decoderConfig: {
    codec: 'avc1.640028',
    codedWidth: 1080,
    codedHeight: 1920,
    description: Uint8Array.of(1, 100, 0, 40, 255, 224, 0),
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  },
};
const AUDIO_META: EncodedAudioChunkMetadata = {
  decoderConfig: { codec: 'mp4a.40.2', sampleRate: RATE, numberOfChannels: 2, description: Uint8Array.of(0x11, 0x90) },
};

/** One character a byte. */
function text(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

class RecordingSink implements ByteSink {
  readonly room: number;
  bytes = new Uint8Array(0);

  constructor(room = Number.POSITIVE_INFINITY) {
    this.room = room;
  }

  write(bytes: Uint8Array, position: number): void {
    const end = position + bytes.byteLength;
    if (end > this.room) throw new StudioError('disk-full', 'No room.');
    const grown = new Uint8Array(Math.max(end, this.bytes.byteLength));
    grown.set(this.bytes);
    grown.set(bytes, position);
    this.bytes = grown;
  }

  flush(): void {
    // Memory needs none.
  }

  /** Where a box's type stands; what is before it is its length. */
  find(type: string): number {
    return text(this.bytes).indexOf(type);
  }

  u32(position: number): number {
    return new DataView(this.bytes.buffer).getUint32(position);
  }
}

async function writeSecond(writer: Mp4Writer): Promise<void> {
  for (let frame = 0; frame < 30; frame++) {
    const packet = new EncodedPacket(new Uint8Array(PACKET_BYTES), frame === 0 ? 'key' : 'delta', frame / 30, 1 / 30);
    await writer.addVideo(packet, frame === 0 ? VIDEO_META : undefined);
  }
  for (let start = -1024; start < RATE; start += 1024) {
    const duration = Math.min(1024, RATE - start) / RATE;
    const packet = new EncodedPacket(new Uint8Array(400), 'key', start / RATE, duration);
    await writer.addAudio(packet, start < 0 ? AUDIO_META : undefined);
  }
}

const PLAN = { frameRate: { numerator: 30, denominator: 1 }, videoPackets: 30, audioPackets: 48 };

describe('an MP4', () => {
  test('has its tables before its media, and says how large it is', async () => {
    const sink = new RecordingSink();
    const writer = await openMp4(sink, PLAN);
    await writeSecond(writer);
    expect(await writer.finish()).toBe(sink.bytes.byteLength);
    expect(sink.find('moov')).toBeGreaterThan(0);
    expect(sink.find('moov')).toBeLessThan(sink.find('mdat'));
  });

  test('leaves the sound encoder’s delay out by an edit list, to the sample', async () => {
    const sink = new RecordingSink();
    const writer = await openMp4(sink, PLAN);
    await writeSecond(writer);
    await writer.finish();
    const list = sink.find('elst');
    // After type and version: one entry of a length in movie units, from sample 1,024 on, at normal speed.
    const movieUnitsPerSecond = sink.u32(sink.find('mvhd') + 16);
    expect([8, 12, 16, 20].map((offset) => sink.u32(list + offset))).toEqual([1, movieUnitsPerSecond, 1024, 0x10000]);
  });

  test('tells its colours', async () => {
    const sink = new RecordingSink();
    const writer = await openMp4(sink, PLAN);
    await writeSecond(writer);
    await writer.finish();
    const colours = sink.bytes.subarray(sink.find('colr') + 4);
    expect(text(colours.subarray(0, 4))).toBe('nclx');
    // ITU-T H.273: 1 is BT.709 in all three; the last bit is full range.
    expect([...colours.subarray(4, 11)]).toEqual([0, 1, 0, 1, 0, 1, 0]);
  });

  test('reaches the disk while it is made, so that memory stays flat', async () => {
    const sink = new RecordingSink();
    const writer = await openMp4(sink, { ...PLAN, videoPackets: 300 });
    for (let second = 0; second < 5; second++) {
      for (let frame = 30 * second; frame < 30 * (second + 1); frame++) {
        const packet = new EncodedPacket(
          new Uint8Array(PACKET_BYTES),
          frame % 30 === 0 ? 'key' : 'delta',
          frame / 30,
          1 / 30,
        );
        await writer.addVideo(packet, VIDEO_META);
        if (frame === 0)
          await writer.addAudio(new EncodedPacket(new Uint8Array(400), 'key', 0, 1024 / RATE), AUDIO_META);
      }
    }
    expect(sink.bytes.byteLength).toBeGreaterThan(100 * PACKET_BYTES);
    await writer.cancel();
  });

  test('that finds no room says that the disk is full, at every later call too, and can be given up', async () => {
    const writer = await openMp4(new RecordingSink(2 ** 20), PLAN);
    const writing = async () => {
      await writeSecond(writer);
      await writer.finish();
    };
    await expect(writing()).rejects.toMatchObject({ code: 'disk-full' });
    await expect(writer.finish()).rejects.toMatchObject({ code: 'disk-full' });
    await writer.cancel();
  });
});
