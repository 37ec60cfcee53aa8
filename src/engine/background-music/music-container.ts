import type { OpenVideo } from '../video-file/open-video.ts';
import type { VideoContainer } from '../video-file/video-writer.ts';

/** Of WebM: few players open them in an MP4, and those that do open WebM, too. */
const WEB_CODECS: ReadonlySet<OpenVideo['codec']> = new Set(['vp8', 'vp9', 'av1']);
const MATROSKA_FAMILY: ReadonlySet<string> = new Set(['WebM', 'Matroska']);

/** What the new file is: an MP4 wherever its pictures play widely from one. */
export function musicContainer({ codec, format }: Pick<OpenVideo, 'codec' | 'format'>): VideoContainer {
  if (codec === 'prores') return 'mov';
  return WEB_CODECS.has(codec) && MATROSKA_FAMILY.has(format) ? 'webm' : 'mp4';
}
