import type { Size } from '#core/geometry.ts';
import type { Rotation } from '#core/media/asset.ts';
import type { PlanePlace } from './picture-planes.ts';

/** How a player would turn a picture: clockwise, and mirrored left and right after that. */
export interface Turn {
  readonly rotation: Rotation;
  readonly flip: boolean;
}

export function turnedSize({ width, height }: Size, { rotation }: Turn): Size {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/**
 * Writes a plane as it looks when it is turned, rows one behind the other.
 * @param size of the source.
 */
export function turnPlane(
  source: Uint8Array,
  { offset, stride, step }: PlanePlace,
  size: Size,
  turn: Turn,
  target: Uint8Array,
): void {
  const { width, height } = turnedSize(size, turn);
  const { right, down, first } = walk(size, turn, stride, step);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = offset + first + y * down; x < width; x++, from += right) {
      target[to++] = source[from] as number;
    }
  }
}

/** Where the first sample of the turned plane lies in the source, and how far it is to its neighbours. */
function walk({ width, height }: Size, { rotation, flip }: Turn, stride: number, step: number) {
  const [lastColumn, lastRow] = [(width - 1) * step, (height - 1) * stride];
  const upright = {
    0: { first: 0, right: step, down: stride },
    90: { first: lastRow, right: -stride, down: step },
    180: { first: lastColumn + lastRow, right: -step, down: -stride },
    270: { first: lastColumn, right: stride, down: -step },
  }[rotation];
  if (!flip) return upright;
  const across = (rotation % 180 === 0 ? width : height) - 1;
  return { first: upright.first + across * upright.right, right: -upright.right, down: upright.down };
}
