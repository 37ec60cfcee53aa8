import type { Size } from '../../geometry.ts';
import type { ImageHeader } from './image-header.ts';

/** HEIF (ISO/IEC 23008-12), of which HEIC and AVIF are kinds: item sizes stand in `meta/iprp/ipco/ispe`. */

interface Box {
  readonly type: string;
  /** Offsets of the content, after the box header. */
  readonly start: number;
  readonly end: number;
}

const ALPHA_AUXILIARY = 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha';
/** Version and flags, which open a "full" box. */
const FULL_BOX_BYTES = 4;

/**
 * The declared size is the largest of all items: a grid's tiles are smaller than the picture, and a thumbnail too.
 * @returns null where no item has a size.
 */
export function readHeifHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { boxes, complete } = boxesIn(view, 0, bytes.length);
  const meta = boxes.find((box) => box.type === 'meta');
  if (!meta) return null;
  const properties = descend(view, meta.start + FULL_BOX_BYTES, meta.end, ['iprp', 'ipco']);
  const sizes = properties
    .filter((box) => box.type === 'ispe' && box.end - box.start >= 12)
    .map((box) => ispe(view, box));
  const size = sizes.reduce<Size | null>(
    (largest, next) => (!largest || area(next) > area(largest) ? next : largest),
    null,
  );
  const mayHaveAlpha = properties.some((box) => box.type === 'auxC' && textOf(bytes, box).includes(ALPHA_AUXILIARY));
  return size && { size, mayHaveAlpha, complete: complete && boxes.some((box) => box.type === 'mdat') };
}

/** The boxes inside the first box of each name, one inside the other. */
function descend(view: DataView, start: number, end: number, path: readonly string[]): Box[] {
  const { boxes } = boxesIn(view, start, end);
  const [name, ...rest] = path;
  if (name === undefined) return boxes;
  const next = boxes.find((box) => box.type === name);
  return next ? descend(view, next.start, next.end, rest) : [];
}

/** `complete` is false where a box would reach past `end`. */
function boxesIn(view: DataView, start: number, end: number): { boxes: Box[]; complete: boolean } {
  const boxes: Box[] = [];
  let offset = start;
  while (offset + 8 <= end) {
    const short = view.getUint32(offset);
    const long = short === 1 && offset + 16 <= end;
    const length = long ? Number(view.getBigUint64(offset + 8)) : short === 0 ? end - offset : short;
    const header = long ? 16 : 8;
    if (length < header) return { boxes, complete: false };
    const box = { type: typeAt(view, offset + 4), start: offset + header, end: Math.min(offset + length, end) };
    boxes.push(box);
    if (offset + length > end) return { boxes, complete: false };
    offset += length;
  }
  return { boxes, complete: offset === end };
}

function ispe(view: DataView, box: Box): Size {
  const data = box.start + FULL_BOX_BYTES;
  return { width: view.getUint32(data), height: view.getUint32(data + 4) };
}

function area(size: Size): number {
  return size.width * size.height;
}

function typeAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

function textOf(bytes: Uint8Array, box: Box): string {
  return String.fromCharCode(...bytes.subarray(box.start, Math.min(box.end, box.start + 256)));
}
