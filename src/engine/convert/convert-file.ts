import { planAnimation } from '#core/convert/animation.ts';
import type { Conversion, ConvertibleFile } from '#core/convert/conversion.ts';
import { refuseConversion } from '#core/convert/refuse.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import type { VideoFile } from '../video-file/open-video.ts';
import { convertAnimation } from './convert-animation.ts';
import { convertSound } from './convert-sound.ts';
import { convertVideo } from './convert-video.ts';

export interface FileConversion {
  readonly file: VideoFile;
  /** As `describeFile` found it. */
  readonly described: ConvertibleFile;
  readonly conversion: Conversion;
  /** Of sound beside pictures that is encoded anew. */
  readonly audio: AudioSettings;
}

export interface ConversionReport {
  readonly step: 'converting' | 'drawing' | 'encoding';
  /** Pictures, or seconds of sound; of `total` in all. */
  readonly done: number;
  readonly total: number;
}

/** What was written. */
export interface WrittenFile {
  readonly bytes: number;
  /** Null where there are no pictures. */
  readonly frames: number | null;
}

/**
 * Makes another kind of file of a video or a sound.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `encoder-failed`, `disk-full`.
 */
export async function convertFile(
  { file, described, conversion, audio }: FileConversion,
  sink: ByteSink,
  onProgress: (report: ConversionReport) => void,
): Promise<WrittenFile> {
  const refused = refuseConversion(file.name, described, conversion);
  if (refused) throw refused;
  const converting = (total: number) => (done: number) =>
    onProgress({ step: 'converting', done: Math.min(done, total), total });
  const { pictures, sound } = described;
  if (conversion.to === 'mp4' || conversion.to === 'webm') {
    return await convertVideo({ file, conversion, audio }, sink, converting(pictures?.frames ?? 0));
  }
  if (conversion.to === 'gif' || conversion.to === 'webp') {
    if (!pictures) throw new Error('Pictures are converted that are not there.');
    return await convertAnimation(
      { file, to: conversion.to, plan: planAnimation(pictures, conversion) },
      sink,
      onProgress,
    );
  }
  if (!sound) throw new Error('Sound is converted that is not there.');
  const request = { file, to: conversion.to, sound };
  return { bytes: await convertSound(request, sink, converting(sound.durationSeconds)), frames: null };
}
