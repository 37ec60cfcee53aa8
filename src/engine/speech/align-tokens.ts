/**
 * When tokens were spoken, by where the decoder looked: OpenAI's `timing.py`. The cross-attention of chosen heads is
 * normalised over the tokens, smoothed, averaged over the heads, and the cheapest monotone path through it (dynamic time
 * warping) says at which frame each row begins.
 */

/** Cross-attention of one head: one row for each step of the decoder, each with a weight for each frame. */
export type HeadRows = readonly Float32Array[];

/** Length of one frame of the encoder in seconds. */
export const FRAME_SECONDS = 0.02;

/**
 * Frame at which each row from `firstRow` on begins.
 *
 * Row r is that of the step that *reads* token r - 1 and *says* token r: the heads look at what is about to be said. So
 * row r gives the start of token r, and row r + 1 its end. (transformers.js 4.3.1 takes the row that reads a token for
 * the token's start, which makes every word as late as the word is long.)
 * @param frames how many frames hold sound; what lies behind is padding.
 * @param medianWidth odd.
 */
export function rowStarts(heads: readonly HeadRows[], firstRow: number, frames: number, medianWidth: number): number[] {
  const rows = (heads[0]?.length ?? 0) - firstRow;
  if (rows <= 0 || frames <= 0) return [];
  const cost = Array.from({ length: rows }, () => new Float64Array(frames));
  for (const head of heads) {
    const smooth = normalised(head, frames).map((row) => medianFiltered(row, medianWidth));
    for (let r = 0; r < rows; r++) {
      const [sum, row] = [cost[r] as Float64Array, smooth[firstRow + r] as Float64Array];
      for (let f = 0; f < frames; f++) sum[f] = (sum[f] as number) - (row[f] as number) / heads.length;
    }
  }
  return cheapestPath(cost, frames);
}

/** Each frame's weights as standard deviations from their mean over all rows; 0 where no row stands out. */
function normalised(head: HeadRows, frames: number): Float64Array[] {
  const result = head.map(() => new Float64Array(frames));
  for (let f = 0; f < frames; f++) {
    let sum = 0;
    for (const row of head) sum += row[f] as number;
    const mean = sum / head.length;
    let squares = 0;
    for (const row of head) squares += ((row[f] as number) - mean) ** 2;
    const deviation = Math.sqrt(squares / head.length);
    if (deviation === 0) continue;
    for (const [r, row] of head.entries()) (result[r] as Float64Array)[f] = ((row[f] as number) - mean) / deviation;
  }
  return result;
}

/** Mirrored at both ends. */
function medianFiltered(row: Float64Array, width: number): Float64Array {
  const half = (width - 1) / 2;
  if (row.length <= half) return row;
  const last = row.length - 1;
  const window = new Float64Array(width);
  return row.map((_, f) => {
    for (let k = -half; k <= half; k++) {
      const place = Math.abs(f + k);
      window[k + half] = row[place > last ? 2 * last - place : place] as number;
    }
    return window.sort()[half] as number;
  });
}

/** Steps of the path, as they are stored. */
const BOTH = 0;
const NEXT_ROW = 1;
const NEXT_FRAME = 2;

function cheapestPath(cost: readonly Float64Array[], frames: number): number[] {
  const steps = cost.map(() => new Uint8Array(frames));
  let above = new Float64Array(frames + 1).fill(Number.POSITIVE_INFINITY);
  above[0] = 0;
  for (const [r, row] of cost.entries()) {
    const here = new Float64Array(frames + 1).fill(Number.POSITIVE_INFINITY);
    for (let f = 0; f < frames; f++) {
      const [both, nextRow, nextFrame] = [above[f] as number, above[f + 1] as number, here[f] as number];
      const step =
        both < nextRow && both < nextFrame ? BOTH : nextRow < both && nextRow < nextFrame ? NEXT_ROW : NEXT_FRAME;
      (steps[r] as Uint8Array)[f] = step;
      here[f + 1] = (row[f] as number) + (step === BOTH ? both : step === NEXT_ROW ? nextRow : nextFrame);
    }
    above = here;
  }
  return pathStarts(steps, frames);
}

/** Walks back from the end. The first row begins with the first frame. */
function pathStarts(steps: readonly Uint8Array[], frames: number): number[] {
  const starts = steps.map(() => 0);
  let [r, f] = [steps.length - 1, frames - 1];
  while (r > 0) {
    const step = steps[r]?.[f];
    if (f > 0 && step === NEXT_FRAME) {
      f--;
      continue;
    }
    starts[r] = f;
    r--;
    if (step === BOTH && f > 0) f--;
  }
  return starts;
}
