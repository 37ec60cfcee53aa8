import type { Project } from '../project/project.ts';
import { AUDIO, type QualityMode, renderSettings } from '../render/settings.ts';
import { videoBitRateWithin } from './fit-bit-rate.ts';
import { PLATFORM_PRESETS, type Platform } from './platforms.ts';

/** One video that has to be made, and the platforms that it is for: all that take the same one share it. */
export interface PlannedOutput {
  readonly platforms: readonly Platform[];
  /** As it is, but for the format, the length and the quality of the platforms. */
  readonly project: Project;
  /** What a platform's limits leave, in bits per second; null where only the quality decides. */
  readonly mostVideoBitRate: number | null;
}

/**
 * What has to be rendered of a project for some platforms: each different video once.
 * @param platforms none makes the project as it is.
 * @param seconds length of the project's video.
 */
export function planOutputs(project: Project, platforms: readonly Platform[], seconds: number): PlannedOutput[] {
  if (platforms.length === 0) return [{ platforms: [], project, mostVideoBitRate: null }];
  const outputs: PlannedOutput[] = [];
  for (const platform of platforms) {
    const wanted = outputFor(project, platform, seconds);
    const same = outputs.findIndex((output) => isSameOutput(output, wanted));
    const shared = outputs[same];
    if (shared) outputs[same] = { ...shared, platforms: [...shared.platforms, platform] };
    else outputs.push(wanted);
  }
  return outputs;
}

function outputFor(project: Project, platform: Platform, seconds: number): PlannedOutput {
  const { format, longestSeconds } = PLATFORM_PRESETS[platform];
  const isTooLong = seconds > longestSeconds;
  const most = mostBitRateFor(platform, Math.min(seconds, longestSeconds));
  const quality = qualityFor(project.quality, most);
  return {
    platforms: [platform],
    project: { ...project, format, quality, lengthSeconds: isTooLong ? longestSeconds : project.lengthSeconds },
    mostVideoBitRate: most < renderSettings(format, quality).videoBitRate ? most : null,
  };
}

/** By the platform's own limit and by its largest file. @param seconds above 0. */
export function mostBitRateFor(platform: Platform, seconds: number): number {
  const { mostBytes, mostVideoBitRate } = PLATFORM_PRESETS[platform];
  return Math.min(mostVideoBitRate, videoBitRateWithin(mostBytes, seconds, AUDIO.bitRate));
}

/** With fewer bits than `eco` has for its own, fewer pixels look better. */
function qualityFor(quality: QualityMode, most: number): QualityMode {
  const isFew = most < renderSettings('9:16', 'eco').videoBitRate;
  return quality === 'normal' && isFew ? 'eco' : quality;
}

function isSameOutput(a: PlannedOutput, b: PlannedOutput): boolean {
  return (
    a.mostVideoBitRate === b.mostVideoBitRate &&
    a.project.format === b.project.format &&
    a.project.quality === b.project.quality &&
    a.project.lengthSeconds === b.project.lengthSeconds
  );
}
