/**
 * A colour change as numbers: each row gives one output channel (red, green, blue) from red, green, blue and a constant,
 * all as fractions of full scale. Works on gamma-coded sRGB values, as players and editors do.
 */
export type ColourMatrix = readonly [ColourRow, ColourRow, ColourRow];
export type ColourRow = readonly [red: number, green: number, blue: number, offset: number];

/** What a style does to colours. */
export interface Grade {
  /** -1 (cold) to 1 (warm): shifts red against blue. */
  readonly warmth: number;
  /** 0 is grey, 1 leaves colours as they are, at most 2. */
  readonly saturation: number;
  /** 0 is flat grey, 1 leaves contrast as it is, at most 2. */
  readonly contrast: number;
}

export const NEUTRAL_GRADE: Grade = { warmth: 0, saturation: 1, contrast: 1 };

/** Weights of red, green and blue in brightness: ITU-R BT.709. */
const LUMA = [0.2126, 0.7152, 0.0722] as const;
/** How much full warmth lifts red and lowers blue, as a fraction. */
const WARMTH_GAIN = 0.15;

/**
 * A grade as one matrix: saturation, then warmth, then contrast about mid-grey.
 * @param strength 0 (none) to 100 (whole).
 * @returns null where nothing would change.
 */
export function gradeMatrix(grade: Grade, strength: number): ColourMatrix | null {
  const share = strength / 100;
  const saturation = 1 + (grade.saturation - 1) * share;
  const contrast = 1 + (grade.contrast - 1) * share;
  const warmth = grade.warmth * share * WARMTH_GAIN;
  if (saturation === 1 && contrast === 1 && warmth === 0) return null;
  const gains = [1 + warmth, 1, 1 - warmth] as const;
  const offset = (1 - contrast) / 2;
  const row = (channel: 0 | 1 | 2): ColourRow => {
    const factor = gains[channel] * contrast;
    const weight = (from: 0 | 1 | 2) => factor * (LUMA[from] * (1 - saturation) + (from === channel ? saturation : 0));
    return [weight(0), weight(1), weight(2), offset];
  };
  return [row(0), row(1), row(2)];
}
