import type { OfflineCheck, OfflineProgress } from '#core/offline/offline-part.ts';
import type { SpeechModelOffer } from './speech.ts';

/** Everything of the studio on this device, so that nothing needs a network. */
export interface Offline {
  /** In bytes, without a model of speech; null where this browser keeps nothing (no service worker). */
  size(): Promise<number | null>;
  /**
   * Loads what is not here yet, and checks each file. What was loaded before a cancel or a cut line stays.
   * @param options.model is loaded, too; null for none.
   * @throws StudioError `cancelled`, `connection-lost`, `disk-full`, `file-damaged`; as `SpeechRecognition` for a model.
   */
  makeAvailable(options: MakeAvailableOptions): Promise<void>;
  /** Looks at every file on this device, without the network: that it is there, and has the hash that the build gave it. */
  check(model: SpeechModelOffer | null, signal?: AbortSignal): Promise<readonly OfflineCheck[]>;
}

export interface MakeAvailableOptions {
  readonly model: SpeechModelOffer | null;
  readonly onProgress: (progress: OfflineProgress) => void;
  readonly signal?: AbortSignal;
}
