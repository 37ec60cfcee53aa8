import type { Cue } from '#core/captions/transcript.ts';
import { writeWebVtt } from '#core/captions/webvtt.ts';
import type { ByteSink } from '../export/byte-sink.ts';
import { OwnedResources } from '../export/owned-resources.ts';
import { copyPictures } from '../video-file/copy-pictures.ts';
import { openVideo, type VideoFile, videoMetadata } from '../video-file/open-video.ts';
import type { WrittenVideo } from '../video-file/recode-video.ts';
import { planSounds, SoundCopier } from '../video-file/sound-copier.ts';
import { type VideoContainer, VideoWriter } from '../video-file/video-writer.ts';

export interface SubtitleRequest {
  readonly file: VideoFile;
  /** In order, none over another; seconds from the first picture. */
  readonly cues: readonly Cue[];
  /** ISO 639-1. */
  readonly language: string;
  /**
   * Captions in Matroska (`S_TEXT/WEBVTT`) are shown by mpv, MPC-HC and Kodi; VLC and what is built on FFmpeg do not know
   * them under that name. Those in MP4 (`wvtt`) are shown by fewer yet, and not by browsers or QuickTime.
   */
  readonly container: VideoContainer;
}

/**
 * Puts captions beside the pictures of a video, as a track that a player can turn on and off. Pictures and sound are
 * taken over packet by packet.
 * @param onFrame as `burnCaptions`.
 * @returns when the file is on disk. After an error what was written stays in the sink, for its owner to remove.
 * @throws StudioError naming the file; `disk-full`.
 */
export async function addSubtitles(
  { file, cues, language, container }: SubtitleRequest,
  sink: ByteSink,
  onFrame: (frames: number) => void,
): Promise<WrittenVideo> {
  const opened = new OwnedResources();
  try {
    const video = await openVideo(file);
    opened.add(() => video.input.dispose());
    const sounds = await planSounds(video, container);
    const moved = movedCues(cues, video.start - video.shift);
    const writer = await VideoWriter.open(sink, {
      container,
      video: { codec: video.codec, metadata: videoMetadata(video, container) },
      sounds,
      text: { webvtt: writeWebVtt(moved), cues: moved.length, languageCode: threeLetters(language) },
      tags: video.tags,
    });
    opened.add(() => writer.cancel());
    const copier = new SoundCopier(writer, sounds, video.shift);
    opened.add(() => copier.close());
    const frames = await copyPictures(video, writer, (time) => copier.bringTo(time), onFrame);
    await copier.bringTo(Number.POSITIVE_INFINITY);
    const bytes = await writer.finish();
    sink.flush();
    return { bytes, frames };
  } finally {
    await opened.close();
  }
}

function movedCues(cues: readonly Cue[], by: number): readonly Cue[] {
  if (by === 0) return cues;
  return cues.map((cue) => ({
    ...cue,
    start: cue.start + by,
    end: cue.end + by,
    words: cue.words.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
  }));
}

/** ISO 639-2/T of the languages that are spoken most; `und` says that it is another. */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  ar: 'ara',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  he: 'heb',
  hi: 'hin',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
};

function threeLetters(language: string): string {
  return THREE_LETTERS[language] ?? 'und';
}
