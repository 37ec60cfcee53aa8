import type { MusicLevels } from '#core/audio/music-plan.ts';
import type { AudioSettings } from '#core/render/settings.ts';
import type { ToolFile } from './tool-file.ts';

/** What the worker that puts music under videos answers to: one at a time. Ending it is how a call is cancelled. */
export interface BackgroundMusicWorker {
  describe(file: ToolFile): Promise<MusicVideoDescription>;
  /** Writes the video with its music to a path of the origin's private file system. */
  addMusic(request: BackgroundMusicRequest, onProgress: (progress: MusicWork) => void): Promise<MusicVideo>;
}

export interface MusicVideoDescription {
  readonly durationSeconds: number;
  /** Of the file that will be made. */
  readonly container: MusicContainer;
  readonly hasSound: boolean;
}

export type MusicContainer = 'mp4' | 'mov' | 'mkv' | 'webm';

export interface BackgroundMusicRequest {
  readonly file: ToolFile;
  readonly track: ToolFile;
  readonly levels: MusicLevels;
  readonly audio: AudioSettings;
  readonly path: string;
}

export interface MusicWork {
  readonly step: 'listening' | 'mixing';
  /** Of sound, of `total` in all. */
  readonly seconds: number;
  readonly total: number;
}

export interface MusicVideo {
  readonly bytes: number;
  readonly frames: number;
  readonly container: MusicContainer;
}
