import type { InputVideoTrack } from 'mediabunny';

/**
 * When a track's first picture comes on screen, in seconds of the file's clock. What an edit list moves to before 0 (ISO/IEC
 * 14496-12, 8.6.6), as cutting without encoding anew does, is there to be decoded, not to be shown.
 */
export async function shownStart(track: InputVideoTrack): Promise<number> {
  return Math.max(0, await track.getFirstTimestamp());
}
