import { BT709_LIMITED } from '../export/frame-encoder.ts';

const UNMARKED = 'unmarked';

/** Primaries, transfer, matrix and range as one line, such as `bt709 bt709 bt709 limited`. */
export function coloursInWords({ primaries, transfer, matrix, fullRange }: VideoColorSpaceInit): string {
  const range = fullRange === undefined || fullRange === null ? UNMARKED : fullRange ? 'full' : 'limited';
  return [primaries ?? UNMARKED, transfer ?? UNMARKED, matrix ?? UNMARKED, range].join(' ');
}

/** The same of a decoder's frame: what a browser leaves out there is not held against the file. */
export function decodedColoursInWords({ primaries, transfer, matrix, fullRange }: VideoColorSpace): string {
  return coloursInWords({
    primaries: primaries ?? BT709_LIMITED.primaries,
    transfer: transfer ?? BT709_LIMITED.transfer,
    matrix: matrix ?? BT709_LIMITED.matrix,
    fullRange: fullRange ?? BT709_LIMITED.fullRange,
  });
}

export const WANTED_COLOURS = coloursInWords(BT709_LIMITED);
