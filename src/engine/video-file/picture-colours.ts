/** How RGB becomes the numbers of a picture's planes. */
export interface PictureColours {
  /** Share of red and of blue in luma. */
  readonly red: number;
  readonly blue: number;
  /** Luma 0 to 255; else 16 to 235, and chroma 16 to 240. */
  readonly fullRange: boolean;
}

/** As `VideoColorSpace`: what is null is not known. */
export interface StatedColours {
  readonly primaries: VideoColorPrimaries | null;
  readonly transfer: VideoTransferCharacteristics | null;
  readonly matrix: VideoMatrixCoefficients | null;
  readonly fullRange: boolean | null;
}

export type CompleteColours = { readonly [K in keyof StatedColours]: NonNullable<StatedColours[K]> };

/** ITU-R BT.601, BT.709 and BT.2020 (non-constant luminance). Matrices that are not here are no such sums. */
const SHARES: ReadonlyMap<string, Pick<PictureColours, 'red' | 'blue'>> = new Map([
  ['bt470bg', { red: 0.299, blue: 0.114 }],
  ['smpte170m', { red: 0.299, blue: 0.114 }],
  ['bt709', { red: 0.2126, blue: 0.0722 }],
  // Browsers know it; TypeScript does not yet.
  ['bt2020-ncl', { red: 0.2627, blue: 0.0593 }],
]);

/** From so many lines on, players take what says nothing of its colours for BT.709, below for BT.601. */
const HD_LINES = 720;

/** What a file says of its colours, and what players take for granted where it says nothing. */
export function completeColours(stated: StatedColours, height: number): CompleteColours {
  const isHd = height >= HD_LINES;
  return {
    primaries: stated.primaries ?? (isHd ? 'bt709' : 'smpte170m'),
    transfer: stated.transfer ?? (isHd ? 'bt709' : 'smpte170m'),
    matrix: stated.matrix ?? (isHd ? 'bt709' : 'smpte170m'),
    fullRange: stated.fullRange ?? false,
  };
}

/**
 * @param matrix as WebCodecs names it.
 * @returns null where captions cannot be put into such planes.
 */
export function coloursOf(matrix: string, fullRange: boolean): PictureColours | null {
  const shares = SHARES.get(matrix);
  return shares ? { ...shares, fullRange } : null;
}

/** For components of 0 to 255: what each adds to luma and to both chromas, and what these are for black. */
export interface YccMatrix {
  readonly luma: YccRow;
  readonly cb: YccRow;
  readonly cr: YccRow;
}

export interface YccRow {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly black: number;
}

export function yccMatrix({ red, blue, fullRange }: PictureColours): YccMatrix {
  const green = 1 - red - blue;
  const [black, lumaScale, chromaScale] = fullRange ? [0, 1, 1] : [16, 219 / 255, 224 / 255];
  const [toBlue, toRed] = [chromaScale / (2 * (1 - blue)), chromaScale / (2 * (1 - red))];
  return {
    luma: { red: lumaScale * red, green: lumaScale * green, blue: lumaScale * blue, black },
    cb: { red: -toBlue * red, green: -toBlue * green, blue: toBlue * (1 - blue), black: 128 },
    cr: { red: toRed * (1 - red), green: -toRed * green, blue: -toRed * blue, black: 128 },
  };
}
