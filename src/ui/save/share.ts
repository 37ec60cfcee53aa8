import { toStudioError } from '#core/errors.ts';

/** What goes to the other app beside the file. */
export interface ShareWords {
  readonly title: string;
  /** Such as the text of a post; an app may leave it out. */
  readonly text?: string;
}

/** Whether the browser can hand a file of this kind to other apps. */
export function canShare(file: File): boolean {
  return navigator.canShare?.({ files: [file] }) ?? false;
}

/** The same before there is a video. */
export function canShareVideos(): boolean {
  return canShare(new File([], 'video.mp4', { type: 'video/mp4' }));
}

/** Hands a file over; a person who changes their mind is no failure. @throws StudioError what the browser refused with. */
export async function shareFile(file: File, words: ShareWords): Promise<void> {
  try {
    await navigator.share({ files: [file], ...words });
  } catch (thrown) {
    const error = toStudioError(thrown);
    if (error.code !== 'cancelled') throw error;
  }
}
