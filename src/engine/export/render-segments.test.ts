import { EncodedPacket } from 'mediabunny';
import { beforeEach, expect, test, vi } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { planSegments, type Segment } from '#core/render/segments.ts';
import { renderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { Pictures } from '../compositor/compositor.ts';
import type { FrameEncoder, VideoPacketReceiver } from './frame-encoder.ts';
import { renderSegments, type SegmentHost } from './render-segments.ts';
import { createWebCodecsEncoder } from './webcodecs-frame-encoder.ts';

vi.mock('./webcodecs-frame-encoder.ts', () => ({ createWebCodecsEncoder: vi.fn() }));

const SETTINGS = { ...renderSettings('9:16', 'eco'), keyframeInterval: 4 };
const TIMELINE: Timeline = { frameRate: SETTINGS.frameRate, canvas: SETTINGS.size, durationFrames: 14, tracks: [] };
const SEGMENTS = planSegments(TIMELINE.durationFrames, SETTINGS);
const NO_PICTURES: Pictures = {
  get: () => {
    throw new Error('These scenes have no pictures.');
  },
};

/** Gives each packet two frames late, as hardware does, and can be taken away. */
class LateEncoder implements FrameEncoder {
  readonly frames: number[] = [];
  #given = 0;
  closed = false;

  constructor(
    private readonly receive: VideoPacketReceiver,
    private readonly diesAt: number | null,
  ) {}

  async addFrame(_: Uint8Array, frame: number): Promise<void> {
    if (frame === this.diesAt) throw new StudioError('encoder-reclaimed', 'Taken away.');
    this.frames.push(frame);
    if (this.frames.length > 2) await this.#give();
  }

  async finish(): Promise<void> {
    while (this.#given < this.frames.length) await this.#give();
  }

  close(): void {
    this.closed = true;
  }

  async #give(): Promise<void> {
    const frame = this.frames[this.#given++] ?? Number.NaN;
    const type = frame % SETTINGS.keyframeInterval === 0 ? 'key' : 'delta';
    const decoderConfig = { codec: 'avc1.640028', description: Uint8Array.of(1, 100, 0, 40) };
    await this.receive(new EncodedPacket(Uint8Array.of(frame), type, frame / 24, 1 / 24), { decoderConfig });
  }
}

let encoders: LateEncoder[];

/** The next encoders, in turn: at which frame each is taken away. */
function useEncoders(...deaths: (number | null)[]): void {
  encoders = [];
  vi.mocked(createWebCodecsEncoder).mockImplementation((_, receive) => {
    const encoder = new LateEncoder(receive, deaths[encoders.length] ?? null);
    encoders.push(encoder);
    return encoder;
  });
}

/** Renders what is claimed, and gives what was stored, in order. `disk` is waited for before a segment is. */
async function rendered(claims: readonly Segment[], disk?: (index: number) => Promise<void>) {
  const open = [...claims];
  const stored: { index: number; frames: number[] }[] = [];
  const host: SegmentHost = {
    claim: async () => open.shift() ?? null,
    store: async ({ index }, { packets }) => {
      await disk?.(index);
      stored.push({ index, frames: packets.map(({ data }) => data[0] ?? Number.NaN) });
    },
    onFrame: () => {},
    onAlive: () => {},
  };
  const compositor = {
    backend: 'canvas',
    size: SETTINGS.size,
    prepare: async () => {},
    draw() {},
    readI420: async () => new Uint8Array(1),
    readRgba: () => new Uint8ClampedArray(4),
    resize() {},
    dispose() {},
  } as const;
  const frameSource = { load: async () => NO_PICTURES, update() {}, dispose() {} };
  const request = { timeline: TIMELINE, settings: SETTINGS, media: [], videoEncoder: 'webcodecs' } as const;
  await renderSegments(request, { compositor, frameSource }, host);
  return { finished: stored.map(({ index }) => index), frames: stored.map(({ frames }) => frames) };
}

beforeEach(() => useEncoders());

test('segments that follow each other share one encoder, and each holds its own frames', async () => {
  const { finished, frames } = await rendered(SEGMENTS);
  expect(encoders).toHaveLength(1);
  expect(finished).toEqual([0, 1, 2, 3]);
  expect(frames).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9, 10, 11],
    [12, 13],
  ]);
});

test('behind a gap a new encoder begins', async () => {
  const { finished, frames } = await rendered(SEGMENTS.filter(({ index }) => index !== 1));
  expect(encoders.map((encoder) => encoder.frames[0])).toEqual([0, 8]);
  expect(encoders.every((encoder) => encoder.closed)).toBe(true);
  expect(finished).toEqual([0, 2, 3]);
  expect(frames).toEqual([
    [0, 1, 2, 3],
    [8, 9, 10, 11],
    [12, 13],
  ]);
});

test('where the browser takes the encoder away, a new one begins at the last keyframe, and no frame is lost', async () => {
  useEncoders(6, 10);
  const { finished, frames } = await rendered(SEGMENTS);
  expect(encoders.map((encoder) => encoder.frames[0])).toEqual([0, 4, 8]);
  expect(finished).toEqual([0, 1, 2, 3]);
  expect(frames.flat()).toEqual([...Array(14).keys()]);
});

test('an encoder that is always taken away ends the render', async () => {
  useEncoders(1, 1, 1, 1, 1, 1);
  await expect(rendered(SEGMENTS)).rejects.toMatchObject({ code: 'encoder-reclaimed' });
  expect(encoders).toHaveLength(4);
  expect(encoders.every((encoder) => encoder.closed)).toBe(true);
});

test('the next segment is rendered while one is being stored, and stored after it', async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: number[] = [];
  const render = rendered(SEGMENTS, async (index) => {
    asked.push(index);
    if (index === 0) await slow;
  });
  await vi.waitFor(() => expect(encoders[0]?.frames).toContain(7));
  expect(asked).toEqual([0]);
  release();
  expect((await render).finished).toEqual([0, 1, 2, 3]);
});

test('a segment that cannot be stored ends the render', async () => {
  const full = new StudioError('disk-full', 'No room.');
  const disk = async (index: number) => {
    if (index === 3) throw full;
  };
  await expect(rendered(SEGMENTS, disk)).rejects.toBe(full);
});

test('segments that were complete when the encoder was taken away are stored and not rendered again', async () => {
  useEncoders(6, null);
  const { finished } = await rendered(SEGMENTS, () => new Promise((resolve) => setTimeout(resolve)));
  expect(finished).toEqual([0, 1, 2, 3]);
});
