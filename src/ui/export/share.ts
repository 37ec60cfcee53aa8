import { toStudioError } from '#core/errors.ts';

/** Whether the browser can hand a video to other apps. */
export function canShareVideos(): boolean {
  return navigator.canShare?.({ files: [namedVideo(new Blob(), 'video')] }) ?? false;
}

/** Hands a video over; a person who changes their mind is no failure. @throws StudioError what the browser refused with. */
export async function shareVideo(video: Blob, title: string): Promise<void> {
  try {
    await navigator.share({ files: [namedVideo(video, title)], title });
  } catch (thrown) {
    const error = toStudioError(thrown);
    if (error.code !== 'cancelled') throw error;
  }
}

function namedVideo(video: Blob, title: string): File {
  return new File([video], `${title}.mp4`, { type: 'video/mp4' });
}
