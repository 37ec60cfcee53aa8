import type { Rect, Size } from '#core/geometry.ts';

/** Where a mostly transparent picture has ink, so that only those parts are drawn. */

/** One row of tiles: first tile with ink, and the one after the last. */
interface Run {
  from: number;
  to: number;
}

/** Smallest rectangle around everything that is not wholly transparent, or null where nothing is. */
export function inkBounds(rgba: Uint8ClampedArray, { width, height }: Size): Rect | null {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rgba[(y * width + x) * 4 + 3] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  return right > left ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/**
 * Rectangles that hold all ink of a picture and little else, none over another.
 * @param tile side of the squares in which ink is looked for, in pixels.
 */
export function inkRects(rgba: Uint8ClampedArray, size: Size, tile: number): Rect[] {
  const finished: Rect[] = [];
  let open: { run: Run; top: number }[] = [];
  const rows = Math.ceil(size.height / tile);
  for (let row = 0; row <= rows; row++) {
    const runs = row < rows ? runsOfRow(rgba, size, tile, row) : [];
    const kept = open.filter(({ run }) => runs.some((next) => sameRun(run, next)));
    for (const ended of open.filter((area) => !kept.includes(area))) {
      finished.push(areaOf(ended.run, ended.top, row, size, tile));
    }
    const begun = runs.filter((run) => !kept.some((area) => sameRun(area.run, run)));
    open = [...kept, ...begun.map((run) => ({ run, top: row }))];
  }
  return finished;
}

function runsOfRow(rgba: Uint8ClampedArray, size: Size, tile: number, row: number): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column * tile < size.width; column++) {
    if (!hasInk(rgba, size, tile, column, row)) continue;
    const last = runs.at(-1);
    if (last?.to === column) last.to = column + 1;
    else runs.push({ from: column, to: column + 1 });
  }
  return runs;
}

function hasInk(rgba: Uint8ClampedArray, size: Size, tile: number, column: number, row: number): boolean {
  const right = Math.min((column + 1) * tile, size.width);
  const bottom = Math.min((row + 1) * tile, size.height);
  for (let y = row * tile; y < bottom; y++) {
    for (let x = column * tile; x < right; x++) if (rgba[(y * size.width + x) * 4 + 3] !== 0) return true;
  }
  return false;
}

function areaOf(run: Run, topRow: number, bottomRow: number, size: Size, tile: number): Rect {
  const x = run.from * tile;
  const y = topRow * tile;
  return {
    x,
    y,
    width: Math.min(run.to * tile, size.width) - x,
    height: Math.min(bottomRow * tile, size.height) - y,
  };
}

function sameRun(a: Run, b: Run): boolean {
  return a.from === b.from && a.to === b.to;
}
