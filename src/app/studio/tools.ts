import type { MusicLevels } from '#core/audio/music-plan.ts';
import type { Cue } from '#core/captions/transcript.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { RenderIssue } from '#core/render/render-issue.ts';
import type { CaptionPlace } from '#protocol/caption-video.ts';

/** Puts captions on videos. */
export interface VideoCaptioning {
  /** What of the captions would not be drawn as it is written. */
  check(cues: readonly Cue[]): Promise<RenderIssue[]>;
  /**
   * A new file of the video with its captions, one after the other in the order in which they were asked for. Size, frame
   * times and rotation are the source's; sound is taken over as it is.
   * @param media an asset, or any video file.
   * @throws StudioError `no-video-frames`, `file-unsupported`, `file-damaged`, `decoder-failed`, `encoder-failed`,
   * `disk-full`, `input-invalid` where no caption lies in the video, `cancelled`, `worker-crashed`.
   */
  caption(media: AssetId | File, choice: CaptionChoice): Promise<MadeVideo>;
}

export interface CaptionChoice {
  /** In seconds from the first picture; what lies outside of the video is cut off. */
  readonly cues: readonly Cue[];
  readonly place: CaptionPlace;
  readonly onProgress?: ((progress: CaptionProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CaptionProgress {
  readonly step: 'reading' | 'captioning';
  /** Pictures, of this many in all. */
  readonly done: number;
  readonly total: number;
  /** Null until there is something to measure by. */
  readonly etaSeconds: number | null;
}

/** What a tool has made. */
export interface MadeFile {
  /** Named after its source, backed by disk: there until `discard`, or until the page is closed. */
  readonly file: File;
  /** Frees its room once it is saved or not wanted. */
  discard(): Promise<void>;
}

export interface MadeVideo extends Pick<MadeFile, 'discard'> {
  /** As `MadeFile.file`. */
  readonly video: File;
  readonly frames: number;
}

/** Puts music under videos. */
export interface BackgroundMusic {
  /**
   * A new file of the video with a track under its sound, one after the other in the order in which they were asked for.
   * Its pictures are copied packet by packet; the track starts over until the video ends. An MP4, or a WebM where that is
   * what its pictures are made for.
   * @param media an asset, or any video file, with sound or without.
   * @param track an asset, or any file with sound.
   * @throws StudioError `no-video-frames`, `file-unsupported`, `file-damaged`, `encoder-failed`, `disk-full`,
   * `cancelled`, `worker-crashed`.
   */
  add(media: AssetId | File, track: AssetId | File, choice: MusicUnderVideo): Promise<MadeVideo>;
}

export interface MusicUnderVideo {
  readonly levels: MusicLevels;
  readonly onProgress?: ((progress: MusicProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface MusicProgress {
  readonly step: 'reading' | 'listening' | 'mixing';
  /** Seconds of sound, of this many in all. */
  readonly done: number;
  readonly total: number;
  /** Of the step; null until there is something to measure by. */
  readonly etaSeconds: number | null;
}
