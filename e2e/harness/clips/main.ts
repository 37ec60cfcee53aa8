import { wrap } from 'comlink';
import type { ClipsHarness, SeenPicture } from './worker.ts';

const worker = wrap<ClipsHarness>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** A place of a picture, as fractions (0 to 1) of its width and height. */
export type Place = readonly [x: number, y: number];

export interface Look {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue at each of the places that were asked for. */
  readonly colours: readonly (readonly number[])[];
}

/** For the browser tests: how imported clips look, in a worker of their own. */
const clipsPage = {
  async looks(file: File, times: readonly number[], places: readonly Place[]): Promise<Look[]> {
    return (await worker.picturesOf(file, times)).map((picture) => look(picture, places));
  },
  async looksOfReaders(
    file: File,
    times: readonly number[],
    places: readonly Place[],
    readers: number,
  ): Promise<Look[][]> {
    const all = await worker.picturesOfReaders(file, times, readers);
    return all.map((pictures) => pictures.map((picture) => look(picture, places)));
  },
  bestPart: (file: File, lengthSeconds: number, durationSeconds: number) =>
    worker.bestPartOf(file, lengthSeconds, durationSeconds),
  firstLoud: (file: File) => worker.firstLoud(file),
  async still(file: File, places: readonly Place[]): Promise<Look> {
    return look(await worker.stillOf(file), places);
  },
};

function look({ width, height, rgba }: SeenPicture, places: readonly Place[]): Look {
  const colours = places.map(([x, y]) => {
    const pixel = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    return [...rgba.subarray(pixel, pixel + 3)];
  });
  return { width, height, colours };
}

export type ClipsPage = typeof clipsPage;
Object.assign(globalThis, { clipsPage });
