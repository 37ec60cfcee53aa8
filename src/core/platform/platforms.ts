import type { VideoFormat } from '../render/settings.ts';

/** Where a video is posted, in the order in which they are offered. */
export const PLATFORMS = [
  'tiktok',
  'reels',
  'shorts',
  'stories',
  'feed-portrait',
  'feed-square',
  'whatsapp-status',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What one platform wants of a video. */
export interface PlatformPreset {
  /** As a person knows it. */
  readonly label: string;
  readonly format: VideoFormat;
  /** What its app draws over the video. */
  readonly covered: Margins;
  /** It takes none that is longer, or cuts it itself. In seconds. */
  readonly longestSeconds: number;
  /** It takes no larger file. In bytes. */
  readonly mostBytes: number;
  /** More is not taken, or is thrown away when the platform encodes anew. In bits per second. */
  readonly mostVideoBitRate: number;
}

/** In pixels of a canvas that is 1080 wide. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const MB = 1e6;
const MBIT = 1e6;
const NOTHING_COVERED: Margins = { top: 0, right: 0, bottom: 0, left: 0 };

/** Meta's guide for ads in Stories: 14 % at the top and 20 % at the bottom; 6 % at the sides, as in Reels. */
const COVERED_BY_STORIES: Margins = { top: 269, right: 65, bottom: 384, left: 65 };

/** Meta, Instagram Platform, "IG User Media", Reel specifications: 15 minutes, 300 MB, 25 Mbit/s (VBR). */
const REELS = { longestSeconds: 900, mostBytes: 300 * MB, mostVideoBitRate: 25 * MBIT };

/**
 * - TikTok: "Media Transfer Guide" of its Content Posting API (10 minutes, 4 GB); what its app covers is from the ad
 *   specifications for in-feed video. It names no bit rate: that of Reels.
 * - Reels: see `REELS`; covered as in Meta's guide for ads in Reels (14 % top, 35 % bottom, 6 % at each side).
 * - Shorts: YouTube Help, "Understand three-minute YouTube Shorts" and "Recommended upload encoding settings" (8 Mbit/s
 *   for 1080p at 30 fps), 256 GB for an upload; covered as in Google's guide for vertical video ads.
 * - Stories: as `REELS`, Story specifications (60 s, 100 MB).
 * - Feed: a video that is posted there is a reel that is shown without the app's buttons over it.
 * - WhatsApp status: 60 s, which its app cuts to; 16 MB is the largest video of its Cloud API ("Media"). It says nothing
 *   of what it covers: a name above and a field below, as Stories do.
 */
export const PLATFORM_PRESETS: Record<Platform, PlatformPreset> = {
  tiktok: {
    label: 'TikTok',
    format: '9:16',
    covered: { top: 130, right: 140, bottom: 484, left: 60 },
    longestSeconds: 600,
    mostBytes: 4000 * MB,
    mostVideoBitRate: REELS.mostVideoBitRate,
  },
  reels: { label: 'Reels', format: '9:16', covered: { top: 269, right: 65, bottom: 672, left: 65 }, ...REELS },
  shorts: {
    label: 'Shorts',
    format: '9:16',
    covered: { top: 288, right: 192, bottom: 672, left: 48 },
    longestSeconds: 180,
    mostBytes: 256_000 * MB,
    mostVideoBitRate: 8 * MBIT,
  },
  stories: {
    label: 'Stories',
    format: '9:16',
    covered: COVERED_BY_STORIES,
    longestSeconds: 60,
    mostBytes: 100 * MB,
    mostVideoBitRate: REELS.mostVideoBitRate,
  },
  'feed-portrait': { label: 'Feed 4:5', format: '4:5', covered: NOTHING_COVERED, ...REELS },
  'feed-square': { label: 'Feed 1:1', format: '1:1', covered: NOTHING_COVERED, ...REELS },
  'whatsapp-status': {
    label: 'WhatsApp status',
    format: '9:16',
    covered: COVERED_BY_STORIES,
    longestSeconds: 60,
    mostBytes: 16 * MB,
    mostVideoBitRate: REELS.mostVideoBitRate,
  },
};

/** Those whose apps draw over a video. */
export const COVERING_PLATFORMS = PLATFORMS.filter((name) => PLATFORM_PRESETS[name].covered !== NOTHING_COVERED);
