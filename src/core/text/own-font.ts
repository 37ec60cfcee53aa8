import type { ContentHash } from '../media/asset.ts';

export const FONT_FORMATS = ['ttf', 'otf', 'woff', 'woff2'] as const;
export type FontFormat = (typeof FONT_FORMATS)[number];

/** A font that a person has added to a workspace. */
export interface OwnFont {
  /** Of its bytes: what projects name it by. */
  readonly hash: ContentHash;
  /** Name of the file without its ending. */
  readonly name: string;
  readonly format: FontFormat;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** The largest font that is taken in: with all of Chinese, Japanese and Korean they reach about 20 MB. */
export const MOST_FONT_BYTES = 32e6;

/** First four bytes of a file: OpenType 1.9, “Organization of an OpenType font”; WOFF 1.0 and 2.0, “WOFFHeader”. */
const SIGNATURES: readonly (readonly [number, FontFormat | 'collection'])[] = [
  [0x00010000, 'ttf'],
  [0x74727565, 'ttf'],
  [0x4f54544f, 'otf'],
  [0x774f4646, 'woff'],
  [0x774f4632, 'woff2'],
  [0x74746366, 'collection'],
];

/** What kind of font begins with these bytes; null where it is none. */
export function sniffFont(bytes: Uint8Array): FontFormat | 'collection' | null {
  if (bytes.byteLength < 4) return null;
  const first = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return SIGNATURES.find(([signature]) => signature === first)?.[1] ?? null;
}
