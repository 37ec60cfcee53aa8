import type { StudioError } from '#core/errors.ts';
import type { RecordingDevice } from '#core/import/recording.ts';

/** Records what is said or done in front of this machine. */
export interface Recording {
  /**
   * Asks the person for the device, and opens it. Whoever opens it closes it.
   * @throws StudioError `browser-unsupported`, `state-conflict` where it is forbidden or in use, `not-found`.
   */
  open(device: RecordingDevice): Promise<Recorder>;
}

/** One open device. */
export interface Recorder {
  readonly device: RecordingDevice;
  /** What it hears and sees right now. */
  readonly stream: MediaStream;
  /** For `useSyncExternalStore`. */
  snapshot(): RecorderState;
  subscribe(listener: () => void): () => void;
  /** Begins, or begins anew: what was recorded before is let go. */
  start(): void;
  /** Ends the recording; its file is then in the state. */
  stop(): void;
  /** Lets the device go. */
  close(): void;
}

export interface RecorderState {
  readonly status: 'ready' | 'recording' | 'done' | 'failed';
  /** Of the recording under way, or done. */
  readonly seconds: number;
  /** Of the sound right now: 0 (silence) to 1 (full scale). */
  readonly level: number;
  readonly file: File | null;
  readonly error: StudioError | null;
}
