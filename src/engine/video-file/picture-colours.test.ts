import { describe, expect, it } from 'vitest';
import { coloursOf, completeColours, type PictureColours, type YccRow, yccMatrix } from './picture-colours.ts';

const UNKNOWN = { primaries: null, transfer: null, matrix: null, fullRange: null };

function known(matrix: string, fullRange: boolean): PictureColours {
  const colours = coloursOf(matrix, fullRange);
  if (!colours) throw new Error(`${matrix} is not known.`);
  return colours;
}

function toYcc(red: number, green: number, blue: number, colours: PictureColours): number[] {
  const { luma, cb, cr } = yccMatrix(colours);
  return [luma, cb, cr].map((row: YccRow) => row.black + row.red * red + row.green * green + row.blue * blue);
}

describe('the colours of a picture', () => {
  it('are what the file says', () => {
    const stated = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt470bg', fullRange: true } as const;
    expect(completeColours(stated, 1080)).toEqual(stated);
  });

  it('are BT.709 from 720 lines on and BT.601 below where it says nothing, limited in range', () => {
    expect(completeColours(UNKNOWN, 720)).toMatchObject({ matrix: 'bt709', fullRange: false });
    expect(completeColours(UNKNOWN, 480)).toMatchObject({ matrix: 'smpte170m', fullRange: false });
  });

  it('are not known for planes of red, green and blue', () => {
    expect(coloursOf('rgb', true)).toBeNull();
  });
});

describe('red, green and blue as luma and chroma', () => {
  it.each(['bt709', 'smpte170m', 'bt470bg', 'bt2020-ncl'] as const)('keep greys without colour in %s', (matrix) => {
    expect(toYcc(0, 0, 0, known(matrix, false))).toEqual([16, 128, 128]);
    expect(toYcc(255, 255, 255, known(matrix, false)).map((value) => Number(value.toFixed(9)))).toEqual([
      235, 128, 128,
    ]);
    expect(toYcc(255, 255, 255, known(matrix, true)).map((value) => Number(value.toFixed(9)))).toEqual([255, 128, 128]);
  });

  it('are the numbers of the standards for pure colours', () => {
    expect(toYcc(255, 0, 0, known('bt709', false)).map(Math.round)).toEqual([63, 102, 240]);
    expect(toYcc(255, 0, 0, known('smpte170m', false)).map(Math.round)).toEqual([81, 90, 240]);
    expect(toYcc(0, 0, 255, known('bt709', false)).map(Math.round)).toEqual([32, 240, 118]);
    expect(toYcc(0, 255, 0, known('smpte170m', true)).map(Math.round)).toEqual([150, 44, 21]);
  });
});
