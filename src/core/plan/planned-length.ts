import { clamp } from '../geometry.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { MediaItem, Project } from '../project/project.ts';
import { type Seconds, seconds } from '../units.ts';
import { factsOf, pictureFactsOf } from './asset-facts.ts';
import type { AssetLookup } from './plan-sources.ts';

/** Length of a video that nobody set: that of its music, at most this. */
const LONGEST_AUTOMATIC_SECONDS = 30;
/** Without music, how long a photo stays. */
const SECONDS_PER_PHOTO = 4;

/** How long the video will be, in seconds. */
export function plannedSeconds(project: Project, assets: AssetLookup): Seconds {
  const { shortestSeconds, longestSeconds } = DEFAULT_LIMITS;
  const { items, music, lengthSeconds } = project;
  if (lengthSeconds !== null) return seconds(clamp(lengthSeconds, shortestSeconds, longestSeconds));
  const pinned = items.map((item) => item.lengthSeconds);
  const ownLengths = items.map((item) => item.lengthSeconds ?? naturalSeconds(item, assets));
  const wholeOfItems = ownLengths.reduce((sum, length) => sum + length, 0);
  // Who gave every shot its length has given the video its length.
  if (items.length > 0 && !pinned.includes(null)) return seconds(clamp(wholeOfItems, shortestSeconds, longestSeconds));
  const natural = music ? factsOf(assets, music.assetId, 'audio').durationSeconds : wholeOfItems;
  return seconds(clamp(natural, shortestSeconds, LONGEST_AUTOMATIC_SECONDS));
}

function naturalSeconds({ assetId }: MediaItem, assets: AssetLookup): number {
  const facts = pictureFactsOf(assets, assetId);
  return facts.kind === 'video' ? facts.durationSeconds : SECONDS_PER_PHOTO;
}
