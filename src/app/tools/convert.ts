import type { ConvertClient } from '#clients/convert-client.ts';
import type { Conversion } from '#core/convert/conversion.ts';
import { estimateBytes } from '#core/convert/estimate.ts';
import { refuseConversion } from '#core/convert/refuse.ts';
import { StudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import { OneAtATime } from '../assets/one-at-a-time.ts';
import type { ConversionChoice, ConvertedFile, FileConversion } from '../studio/conversion.ts';
import { progressTeller } from './progress-teller.ts';
import { makeFile, toolFile, type VideoToolParts } from './video-tool.ts';

export interface ConvertTools extends VideoToolParts {
  readonly client: Pick<ConvertClient, 'describe' | 'convert'>;
  /** Of sound beside pictures that is encoded anew. */
  readonly audio: AudioSettings;
}

/** Encoders miss the bit rate that they are asked for. */
const SPARE_ROOM = 1.15;
/** The tables of the file. */
const SPARE_BYTES = 4e6;

/** Converts files, one after the other: an encoder takes all the cores there are. */
export function createFileConversion(tools: ConvertTools): FileConversion {
  const turns = new OneAtATime();
  return {
    describe: (media, signal) =>
      turns.run(async () => tools.client.describe(await toolFile(tools.assets, media), signal)),
    convert: (media, choice) => turns.run(() => convert(tools, media, choice)),
  };
}

async function convert(
  tools: ConvertTools,
  media: AssetId | File,
  { conversion, signal, onProgress = () => undefined }: ConversionChoice,
): Promise<ConvertedFile> {
  if (signal?.aborted) throw new StudioError('cancelled', 'Cancelled.');
  const file = await toolFile(tools.assets, media);
  onProgress({ step: 'reading', done: 0, total: 0, etaSeconds: null });
  const described = await tools.client.describe(file, signal);
  const refused = refuseConversion(file.name, described, conversion);
  if (refused) throw refused;
  const bytes = estimateBytes(described, conversion, tools.audio.bitRate) * SPARE_ROOM + SPARE_BYTES;
  const planned = { doing: 'Converting', source: file.name, bytes };
  const made = await makeFile(tools, planned, async (path) => {
    const request = { file, described, conversion, audio: tools.audio, path };
    const tell = progressTeller(tools.now, onProgress);
    const { frames } = await tools.client.convert(request, { onProgress: tell, signal });
    return { suffix: suffixOf(conversion), container: conversion.to, frames };
  });
  return { file: made.file, frames: made.written.frames, discard: made.discard };
}

/** Such as `720p`: what was asked for, so that several of one file can lie side by side. */
function suffixOf(conversion: Conversion): string {
  return 'size' in conversion && conversion.size !== 'original' ? conversion.size : 'converted';
}
