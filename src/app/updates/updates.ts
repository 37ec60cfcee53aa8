import type { LedgerLog } from '../ledger/ledger.ts';
import type { UpdateState, Updates } from '../studio/updates.ts';
import type { HeldWork } from './held-work.ts';

/** How a page meets the service worker. */
export interface ServiceWorkerDoor {
  /** Puts it in place, and tells what comes of it. */
  register(listeners: ServiceWorkerListeners): Promise<void>;
  /** Looks for a new version at the host. */
  look(): Promise<void>;
  /** The version that waits takes over; `onControlled` tells when it has. */
  takeOver(): void;
  tell(message: { readonly type: 'opened' } | { readonly type: 'keep-code'; readonly version: string }): void;
}

export interface ServiceWorkerListeners {
  /** A new version is whole, and waits. */
  readonly onWaiting: () => void;
  /** @param isNewVersion false for the first service worker that this page meets. */
  readonly onControlled: (isNewVersion: boolean) => void;
}

export interface UpdatesTools {
  readonly heldWork: HeldWork;
  /** Of this page. */
  readonly version: string;
  readonly page: Pick<Location, 'reload'>;
  /** Of this tab. */
  readonly session: Pick<Storage, 'getItem' | 'setItem'>;
  readonly isIsolated: boolean;
  /** Whoever pays for each megabyte is not given code ahead of its use. */
  readonly savesData: boolean;
  readonly log: Pick<LedgerLog, 'add'>;
}

/** Between looks for a new version in a page that stays open, in milliseconds. */
const LOOK_EVERY_MS = 3_600_000;
/** Said once in a tab's life: another reload would change nothing. */
const ISOLATED_KEY = 'studio.reloaded-for-isolation';

/** Meets the service worker, and keeps a new version waiting until nothing is at work. */
export class PageUpdates implements Updates {
  readonly #listeners = new Set<() => void>();
  #door: ServiceWorkerDoor | null = null;
  #state: UpdateState = 'none';
  #isOurs = false;
  /** Another tab has put the new version in place. */
  #isInPlace = false;

  constructor(private readonly tools: UpdatesTools) {}

  /** Resolves once the service worker is registered. */
  async start(door: ServiceWorkerDoor): Promise<void> {
    const { heldWork, log } = this.tools;
    this.#door = door;
    await door.register({
      onWaiting: () => void this.#ask(),
      onControlled: (isNewVersion) => this.#controlled(isNewVersion),
    });
    door.tell({ type: 'opened' });
    heldWork.subscribe(() => this.#keepCode());
    this.#keepCode();
    const failed = (error: unknown) => log.add('info', 'updates', 'look-failed', { reason: String(error) });
    setInterval(() => door.look().catch(failed), LOOK_EVERY_MS);
  }

  snapshot(): UpdateState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  hold(): () => void {
    return this.tools.heldWork.hold();
  }

  async apply(): Promise<void> {
    const { heldWork, page } = this.tools;
    if (this.#state !== 'ready') return;
    const applied = await heldWork.whileFree(async () => {
      this.#isOurs = true;
      if (this.#isInPlace) page.reload();
      else this.#door?.takeOver();
    });
    if (!applied) await this.#ask();
  }

  /** Not before nothing is at work. */
  async #ask(): Promise<void> {
    this.#update('waiting');
    await this.tools.heldWork.free();
    this.#update('ready');
  }

  #controlled(isNewVersion: boolean): void {
    const { page, heldWork, session, isIsolated } = this.tools;
    if (isNewVersion) {
      this.#isInPlace = true;
      if (this.#isOurs) page.reload();
      else void this.#ask();
      return;
    }
    this.#keepCode();
    // The service worker sends the headers that the host does not.
    if (isIsolated || heldWork.isHeld || session.getItem(ISOLATED_KEY) !== null) return;
    session.setItem(ISOLATED_KEY, 'yes');
    page.reload();
  }

  /** The host may have only the next version's by the time that it is needed. */
  #keepCode(): void {
    const { heldWork, version, savesData } = this.tools;
    if (heldWork.isHeld && !savesData) this.#door?.tell({ type: 'keep-code', version });
  }

  #update(state: UpdateState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
