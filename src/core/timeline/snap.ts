/** The nearest of `points` (frames, in order) within `tolerance` frames of `frame`; else `frame` itself. */
export function snapFrame(frame: number, points: readonly number[], tolerance: number): number {
  let nearest = frame;
  let distance = tolerance;
  for (const point of points) {
    const off = Math.abs(point - frame);
    if (off > distance) continue;
    nearest = point;
    distance = off;
  }
  return nearest;
}

/** The last point before `frame` (direction -1) or the first after it (1); null where there is none. */
export function neighbourPoint(frame: number, points: readonly number[], direction: -1 | 1): number | null {
  const found = direction === 1 ? points.find((point) => point > frame) : points.findLast((point) => point < frame);
  return found ?? null;
}
