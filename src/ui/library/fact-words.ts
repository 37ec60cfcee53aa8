import type { AssetSource } from '#core/library/source.ts';
import type { AssetUse } from '#core/library/where-used.ts';
import {
  bitRateOf,
  type ColourFacts,
  type MediaAsset,
  type MediaFacts,
  type MediaKind,
  type VideoFacts,
} from '#core/media/asset.ts';
import { formatBytes, formatMoment } from '../view/format.ts';

/** What the library says of an asset. */

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export const KIND_WORDS: Record<MediaKind, string> = { video: 'Video', image: 'Picture', audio: 'Sound' };

/** Only what is known. */
export function factsOf(asset: MediaAsset): Fact[] {
  const rate = bitRateOf(asset);
  const facts: readonly (Fact | null)[] = [
    { name: 'Kind', value: KIND_WORDS[asset.facts.kind] },
    ...mediaFacts(asset.facts),
    rate === null ? null : { name: 'Bit rate', value: bitRate(rate) },
    { name: 'File size', value: formatBytes(asset.bytes) },
    { name: 'Added', value: date(asset.importedAt) },
    asset.modifiedAt === undefined ? null : { name: 'File changed', value: date(asset.modifiedAt) },
    asset.source ? { name: 'From', value: sourceInWords(asset.source) } : null,
    { name: 'SHA-256', value: asset.hash },
  ];
  return facts.filter((fact) => fact !== null);
}

function mediaFacts(facts: MediaFacts): (Fact | null)[] {
  if (facts.kind === 'image') {
    return [
      { name: 'Size', value: sizeInWords(facts.size) },
      storedSize(facts),
      { name: 'Format', value: facts.format.toUpperCase() },
      { name: 'Transparency', value: facts.hasAlpha ? 'Yes' : 'No' },
    ];
  }
  const length = { name: 'Length', value: formatMoment(facts.durationSeconds) };
  const made = [
    { name: 'Container', value: facts.container },
    { name: 'Codec', value: facts.codec },
  ];
  if (facts.kind === 'audio') return [length, ...made, { name: 'Sound', value: soundInWords(facts) }];
  return [
    length,
    { name: 'Size', value: sizeInWords(facts.size) },
    storedSize(facts),
    facts.rotation === 0 ? null : { name: 'Turned', value: `${facts.rotation}°` },
    // 0 is what clips have whose rate nobody asked for.
    facts.frameRate === 0
      ? null
      : { name: 'Frame rate', value: `${Number(facts.frameRate.toFixed(3))} fps, ${facts.frameTiming}` },
    ...made,
    facts.hdr ? { name: 'Brightness', value: `HDR (${facts.hdr.toUpperCase()})` } : null,
    facts.colour ? { name: 'Colour', value: colourInWords(facts.colour) } : null,
    { name: 'Sound', value: clipSound(facts.hasAudio, facts.sound) },
  ];
}

/** Only where it is another than the size that is shown. */
function storedSize({ size, storedSize }: Pick<VideoFacts, 'size' | 'storedSize'>): Fact | null {
  if (!storedSize || (storedSize.width === size.width && storedSize.height === size.height)) return null;
  return { name: 'Stored as', value: sizeInWords(storedSize) };
}

function clipSound(hasAudio: boolean, sound: Extract<MediaFacts, { kind: 'video' }>['sound']): string {
  if (sound) return `${sound.codec}, ${soundInWords(sound)}`;
  return hasAudio ? 'Yes' : 'None';
}

function soundInWords({ sampleRate, channels }: { readonly sampleRate: number; readonly channels: number }): string {
  const places = channels === 1 ? 'mono' : channels === 2 ? 'stereo' : `${channels} channels`;
  return `${sampleRate / 1000} kHz, ${places}`;
}

function colourInWords({ primaries, transfer, matrix, fullRange }: ColourFacts): string {
  const names = [...new Set([primaries, transfer, matrix].filter((name) => name !== null))];
  if (names.length === 0) return 'Not stated';
  return fullRange === null ? names.join(', ') : `${names.join(', ')}, ${fullRange ? 'full' : 'limited'} range`;
}

function sizeInWords({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

function bitRate(bitsPerSecond: number): string {
  return bitsPerSecond < 1e6
    ? `${Math.round(bitsPerSecond / 1000)} kbit/s`
    : `${(bitsPerSecond / 1e6).toFixed(1)} Mbit/s`;
}

function date(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

export function sourceInWords(source: AssetSource): string {
  switch (source.kind) {
    case 'file':
      return source.path === '' ? 'A file of this device' : source.path;
    case 'url':
      return source.address;
    case 'recording':
      return `A recording of the ${source.device}`;
    case 'archive':
      return `${source.path} in ${source.archive}`;
  }
}

const USE_WORDS: Record<Exclude<AssetUse['kind'], 'brand'>, string> = {
  project: 'Project',
  'trashed-project': 'Project in the trash',
  export: 'Export',
  scenes: 'Merged scenes',
};

export function wordsOfUse({ kind, name }: AssetUse): string {
  return kind === 'brand' ? name : `${USE_WORDS[kind]} “${name}”`;
}
