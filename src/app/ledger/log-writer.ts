import { toLogDetails } from '#core/log/log-details.ts';
import type { LogEntry, LogLevel } from '#core/log/log-entry.ts';

/** Each commit waits for the disk, so entries are collected for this long, in milliseconds. */
const COLLECT_MS = 1_000;
/** Entries that wait for a disk that refuses them; older ones are given up. */
const MOST_WAITING = 500;

export interface LogWriterTools {
  /** Marks every entry: several tabs write into one log. */
  readonly tab: string;
  readonly now: () => number;
  readonly append: (entries: readonly LogEntry[]) => Promise<void>;
  readonly onFailure: (thrown: unknown) => void;
}

/** Collects entries and writes them in batches, one at a time. */
export class LogWriter {
  #waiting: LogEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly tools: LogWriterTools) {}

  add(level: LogLevel, scope: string, event: string, facts: Readonly<Record<string, unknown>> = {}): void {
    const details = toLogDetails({ tab: this.tools.tab, ...facts });
    this.#waiting.push({ at: this.tools.now(), level, scope, event, details });
    // An error may be the last thing that this tab says.
    if (level === 'error') void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), COLLECT_MS);
  }

  /** Resolves when everything that was added before is written, or could not be. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    try {
      await this.tools.append(batch);
    } catch (thrown) {
      // They go with the next batch: the log of what filled a disk is worth most once there is room again.
      this.#waiting = [...batch, ...this.#waiting].slice(-MOST_WAITING);
      this.tools.onFailure(thrown);
    }
  }
}
