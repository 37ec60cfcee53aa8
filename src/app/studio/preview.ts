import type { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import type { Project } from '#core/project/project.ts';
import type { FrameRate } from '#core/units.ts';

export interface PreviewPlayer {
  load(project: Project): Promise<void>;
  /** Plays, at the latest as soon as what is loading can be seen. */
  play(): Promise<void>;
  pause(): void;
  /** Shows a frame; while playing, goes on from there. */
  seek(frame: number): void;
  /** In device pixels. */
  resize(size: Size): void;
  setMuted(muted: boolean): void;
  snapshot(): PreviewState;
  /** For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

export interface PreviewState {
  readonly status: 'empty' | 'loading' | 'ready' | 'failed';
  readonly playing: boolean;
  readonly muted: boolean;
  readonly frame: number;
  readonly durationFrames: number;
  readonly frameRate: FrameRate;
  readonly error: StudioError | null;
}
