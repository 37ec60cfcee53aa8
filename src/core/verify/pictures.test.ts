import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { isFrozen, misplacedFrames } from './misplaced.ts';
import { blockMeans, isBlack, isLit, isStill, likeness, lumaPoints, meanDistance, psnr } from './picture-measures.ts';
import { lengthOf, longestStretches, type Stretch, StretchFinder } from './stretches.ts';

const SIZE = { width: 96, height: 160 };

/** An I420 picture: a bright band whose upper edge stands at row `top`, with a codec's noise over it. */
function picture(top: number, noiseSeed = 0): Uint8Array {
  const random = seededRandom(noiseSeed + 1);
  const luma = SIZE.width * SIZE.height;
  return Uint8Array.from({ length: luma * 1.5 }, (_, n) => {
    if (n >= luma) return 128;
    const row = Math.floor(n / SIZE.width);
    const noise = noiseSeed > 0 ? Math.round(8 * (random() - 0.5)) : 0;
    return (row >= top && row < top + 40 ? 200 : 90) + noise;
  });
}

function flat(luma: number): Uint8Array {
  return new Uint8Array(SIZE.width * SIZE.height * 1.5).fill(luma);
}

function compared(frame: number, foundTop: number, drawnTop: number) {
  return { frame, found: blockMeans(picture(foundTop, frame + 1), SIZE), drawn: blockMeans(picture(drawnTop), SIZE) };
}

describe('likeness in decibels', () => {
  it('is 99 for equal pictures and 48.13 where every value is one off', () => {
    expect(psnr(flat(90), flat(90))).toBe(99);
    expect(psnr(flat(90), flat(91))).toBeCloseTo(48.13, 2);
  });

  it('forgives noise that was left out, not another picture, nor other colours', () => {
    const random = seededRandom(5);
    const noisy = picture(50).map((value) => value + Math.round(100 * (random() - 0.5)));
    expect(psnr(picture(50), noisy)).toBeLessThan(22);
    expect(likeness(picture(50), noisy, SIZE)).toBeGreaterThan(38);
    expect(likeness(picture(90), noisy, SIZE)).toBeLessThan(20);
    const blue = picture(50).fill(220, SIZE.width * SIZE.height, SIZE.width * SIZE.height * 1.25);
    expect(likeness(blue, picture(50), SIZE)).toBeLessThan(24);
  });
});

describe('block means', () => {
  it('see a picture through a codec’s noise', () => {
    expect(meanDistance(blockMeans(picture(50), SIZE), blockMeans(picture(50, 3), SIZE))).toBeLessThan(0.5);
    expect(meanDistance(blockMeans(picture(50), SIZE), blockMeans(picture(54), SIZE))).toBeGreaterThan(4);
  });

  it('take a picture smaller than a block as a whole', () => {
    expect(blockMeans(new Uint8Array(12).fill(7), { width: 4, height: 2 })).toEqual(Float32Array.of(7));
  });
});

describe('black', () => {
  const points = (bytes: Uint8Array) => lumaPoints(bytes, SIZE);

  it('is black, and the studio’s own ground, but no dark picture', () => {
    expect(isBlack(points(flat(16)))).toBe(true);
    expect(isBlack(points(flat(22)))).toBe(true);
    expect(isBlack(points(flat(45)))).toBe(false);
    expect(isLit(points(flat(45)))).toBe(false);
  });

  it('is not a picture of which a little is lit', () => {
    const lamp = flat(16);
    for (let row = 100; row < 130; row++) lamp.fill(220, row * SIZE.width + 40, row * SIZE.width + 70);
    expect(isBlack(points(lamp))).toBe(false);
    expect(isLit(points(lamp))).toBe(true);
  });
});

describe('standstill', () => {
  it('is two equal pictures, not two with other noise', () => {
    const points = lumaPoints(picture(50, 1), SIZE);
    expect(isStill(points, lumaPoints(picture(50, 1), SIZE))).toBe(true);
    expect(isStill(points, lumaPoints(picture(50, 2), SIZE))).toBe(false);
  });

  it('is a freeze where the file stays behind the compositor', () => {
    const found = blockMeans(picture(20, 1), SIZE);
    const [drawnAtStart, drawnAtEnd] = [blockMeans(picture(20), SIZE), blockMeans(picture(28), SIZE)];
    expect(isFrozen({ found, drawnAtStart, drawnAtEnd })).toBe(true);
    expect(isFrozen({ found, drawnAtStart, drawnAtEnd: drawnAtStart })).toBe(false);
    expect(isFrozen({ found: blockMeans(picture(28, 1), SIZE), drawnAtStart, drawnAtEnd })).toBe(false);
  });
});

describe('frames that belong to another time', () => {
  it('are none in a video that moves slowly, noise or not', () => {
    expect(misplacedFrames([10, 11, 12, 13].map((top) => compared(top, top, top)))).toEqual([]);
  });

  it('are those that were swapped', () => {
    const frames = [compared(0, 0, 0), compared(1, 60, 30), compared(2, 30, 60), compared(3, 90, 90)];
    expect(misplacedFrames(frames)).toEqual([1, 2]);
  });

  it('are all of a video that runs one frame late', () => {
    const frames = [10, 18, 26, 34].map((top) => compared(top, top - 8, top));
    expect(misplacedFrames(frames)).toEqual([18, 26, 34]);
  });
});

describe('stretches of frames', () => {
  it('begin and end where something does', () => {
    const finder = new StretchFinder();
    const holds = [true, false, true, true, true, false, false, true];
    const ended = holds.map((value, frame) => finder.add(frame, value)).filter((stretch) => stretch !== null);
    expect([...ended, finder.finish()]).toEqual([
      { first: 0, last: 0 },
      { first: 2, last: 4 },
      { first: 7, last: 7 },
    ]);
    expect(finder.finish()).toBeNull();
  });

  it('are looked at by length, and told in order', () => {
    const stretches: Stretch[] = [
      { first: 0, last: 3 },
      { first: 5, last: 5 },
      { first: 7, last: 30 },
    ];
    expect(longestStretches(stretches, 2)).toEqual([
      { first: 0, last: 3 },
      { first: 7, last: 30 },
    ]);
    expect(lengthOf({ first: 7, last: 30 })).toBe(24);
  });
});
