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
import { formatBytes, formatDecimal, formatMoment } from '../view/format.ts';
import { locale, t } from '../words/words.ts';

/** What the library says of an asset. */

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export const KIND_WORDS: Record<MediaKind, string> = { video: t`Video`, image: t`Picture`, audio: t`Sound` };

/** Only what is known. */
export function factsOf(asset: MediaAsset): Fact[] {
  const rate = bitRateOf(asset);
  const facts: readonly (Fact | null)[] = [
    { name: t`Kind`, value: KIND_WORDS[asset.facts.kind] },
    ...mediaFacts(asset.facts),
    rate === null ? null : { name: t`Bit rate`, value: bitRate(rate) },
    { name: t`File size`, value: formatBytes(asset.bytes) },
    { name: t`Added`, value: date(asset.importedAt) },
    asset.modifiedAt === undefined ? null : { name: t`File changed`, value: date(asset.modifiedAt) },
    asset.source ? { name: t`From`, value: sourceInWords(asset.source) } : null,
    { name: 'SHA-256', value: asset.hash },
  ];
  return facts.filter((fact) => fact !== null);
}

function mediaFacts(facts: MediaFacts): (Fact | null)[] {
  if (facts.kind === 'image') {
    return [
      { name: t`Size`, value: sizeInWords(facts.size) },
      storedSize(facts),
      { name: t`Format`, value: facts.format.toUpperCase() },
      { name: t`Transparency`, value: facts.hasAlpha ? t`Yes` : t`No` },
    ];
  }
  const length = { name: t`Length`, value: formatMoment(facts.durationSeconds) };
  const made = [
    { name: t`Container`, value: facts.container },
    { name: t`Codec`, value: facts.codec },
  ];
  if (facts.kind === 'audio') return [length, ...made, { name: t`Sound`, value: soundInWords(facts) }];
  return [
    length,
    { name: t`Size`, value: sizeInWords(facts.size) },
    storedSize(facts),
    facts.rotation === 0 ? null : { name: t`Turned`, value: `${facts.rotation}°` },
    // 0 is what clips have whose rate nobody asked for.
    facts.frameRate === 0
      ? null
      : {
          name: t`Frame rate`,
          value: `${Number(facts.frameRate.toFixed(3))} fps, ${facts.frameTiming === 'constant' ? t`constant` : t`variable`}`,
        },
    ...made,
    facts.hdr ? { name: t`Brightness`, value: `HDR (${facts.hdr.toUpperCase()})` } : null,
    facts.colour ? { name: t`Colour`, value: colourInWords(facts.colour) } : null,
    { name: t`Sound`, value: clipSound(facts.hasAudio, facts.sound) },
  ];
}

/** Only where it is another than the size that is shown. */
function storedSize({ size, storedSize }: Pick<VideoFacts, 'size' | 'storedSize'>): Fact | null {
  if (!storedSize || (storedSize.width === size.width && storedSize.height === size.height)) return null;
  return { name: t`Stored as`, value: sizeInWords(storedSize) };
}

function clipSound(hasAudio: boolean, sound: Extract<MediaFacts, { kind: 'video' }>['sound']): string {
  if (sound) return `${sound.codec}, ${soundInWords(sound)}`;
  return hasAudio ? t`Yes` : t`None`;
}

function soundInWords({ sampleRate, channels }: { readonly sampleRate: number; readonly channels: number }): string {
  const places = channels === 1 ? t`mono` : channels === 2 ? t`stereo` : t`${channels} channels`;
  return t`${sampleRate / 1000} kHz, ${places}`;
}

function colourInWords({ primaries, transfer, matrix, fullRange }: ColourFacts): string {
  const names = [...new Set([primaries, transfer, matrix].filter((name) => name !== null))];
  if (names.length === 0) return t`Not stated`;
  return fullRange === null ? names.join(', ') : `${names.join(', ')}, ${fullRange ? t`full range` : t`limited range`}`;
}

function sizeInWords({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

function bitRate(bitsPerSecond: number): string {
  return bitsPerSecond < 1e6
    ? t`${Math.round(bitsPerSecond / 1000)} kbit/s`
    : t`${formatDecimal(bitsPerSecond / 1e6)} Mbit/s`;
}

function date(at: number): string {
  return new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}

export function sourceInWords(source: AssetSource): string {
  switch (source.kind) {
    case 'file':
      return source.path === '' ? t`A file of this device` : source.path;
    case 'url':
      return source.address;
    case 'recording':
      return source.device === 'camera' ? t`A recording of the camera` : t`A recording of the microphone`;
    case 'archive':
      return t`${source.path} in ${source.archive}`;
  }
}

const USE_WORDS: Record<Exclude<AssetUse['kind'], 'brand'>, string> = {
  project: t`Project`,
  'trashed-project': t`Project in the trash`,
  export: t`Export`,
  scenes: t`Merged scenes`,
};

export function wordsOfUse({ kind, name }: AssetUse): string {
  return kind === 'brand' ? name : `${USE_WORDS[kind]} “${name}”`;
}
