import type { Project } from '../project/project.ts';
import type { RenderIssue } from '../render/render-issue.ts';
import { type RenderSettings, renderSettings } from '../render/settings.ts';
import { planOutputs } from './plan-outputs.ts';
import { PLATFORM_PRESETS, type Platform } from './platforms.ts';

/** What is made differently for a platform than it was set. @param seconds length of the project's video. */
export function checkPlatforms(project: Project, platforms: readonly Platform[], seconds: number): RenderIssue[] {
  return platforms.flatMap((platform) => [
    ...lengthIssues(platform, seconds),
    ...sizeIssues(project, platform, seconds),
  ]);
}

function lengthIssues(platform: Platform, seconds: number): RenderIssue[] {
  const { label, longestSeconds } = PLATFORM_PRESETS[platform];
  if (seconds <= longestSeconds) return [];
  return [
    {
      severity: 'warning',
      code: 'too-long-for-platform',
      message: `${label} takes at most ${longestSeconds} s, and this video has ${Math.ceil(seconds)} s. The one for ${label} is made ${longestSeconds} s long.`,
    },
  ];
}

function sizeIssues(project: Project, platform: Platform, seconds: number): RenderIssue[] {
  const { label, mostBytes } = PLATFORM_PRESETS[platform];
  const [output] = planOutputs(project, [platform], seconds);
  if (!output || output.mostVideoBitRate === null) return [];
  const settings = renderSettings(output.project.format, output.project.quality, output.mostVideoBitRate);
  return [
    {
      severity: 'warning',
      code: 'too-large-for-platform',
      message: `${label} takes at most ${mostBytes / 1e6} MB. The video for it is made with ${pictureWords(settings)}, so that it fits.`,
    },
  ];
}

function pictureWords({ size, videoBitRate }: RenderSettings): string {
  return `${size.width} x ${size.height} and ${(videoBitRate / 1e6).toFixed(1)} Mbit/s`;
}
