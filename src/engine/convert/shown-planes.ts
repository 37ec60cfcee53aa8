import type { Size } from '#core/geometry.ts';
import {
  evenSize,
  openConvertedPlanes,
  openPlanes,
  type PicturePlanes,
  visibleSize,
} from '../video-file/picture-planes.ts';
import { ScaledPlanes } from '../video-file/scaled-planes.ts';
import type { Turn } from '../video-file/turn-plane.ts';
import { UprightPlanes } from '../video-file/upright-planes.ts';

/** What is made of a decoded picture before it is encoded. */
export interface ShownAs {
  /** As the picture lies in its file, in square pixels; even in both directions. */
  readonly lying: Size;
  /** Null where the picture stays as it lies. */
  readonly turn: Turn | null;
}

/** Planes for pictures like this one, made smaller and turned where that is wanted. @param isBt709 whatever they have. */
export async function openShownPlanes(
  first: VideoFrame,
  isBt709: boolean,
  { lying, turn }: ShownAs,
): Promise<PicturePlanes> {
  const stored = evenSize(visibleSize(first));
  const own = isBt709 ? await openConvertedPlanes(first) : await openPlanes(first);
  const isSameSize = stored.width === lying.width && stored.height === lying.height;
  const sized = isSameSize ? own : await ScaledPlanes.open(own, stored, lying);
  return turn ? new UprightPlanes(sized, lying, turn) : sized;
}
