import type { ScreenAwake, ScreenAwakeState } from './studio/exports.ts';

/** What is used of the browser. */
export interface ScreenAwakeTools {
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener'>;
  readonly settings: Pick<Storage, 'getItem' | 'setItem'>;
}

const SETTING = 'studio.screen-awake';

/** Holds the browser's wake lock while something renders, the person allows it, and the page is in sight. */
export class RenderWakeLock implements ScreenAwake {
  readonly supported: boolean;
  readonly #listeners = new Set<() => void>();
  #state: ScreenAwakeState;
  #rendering = false;
  #held: WakeLockSentinel | null = null;
  #asking = false;

  constructor(private readonly tools: ScreenAwakeTools) {
    this.supported = tools.wakeLock !== undefined;
    this.#state = { allowed: tools.settings.getItem(SETTING) !== 'no', lock: 'none' };
    // The browser takes the lock from a page that is hidden.
    tools.page.addEventListener('visibilitychange', () => void this.#settle());
  }

  snapshot(): ScreenAwakeState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  allow(allowed: boolean): void {
    this.tools.settings.setItem(SETTING, allowed ? 'yes' : 'no');
    this.#update({ ...this.#state, allowed });
    void this.#settle();
  }

  /** Something begins to render, or nothing does any more. */
  setRendering(rendering: boolean): void {
    this.#rendering = rendering;
    void this.#settle();
  }

  get #wanted(): boolean {
    return this.#rendering && this.#state.allowed && this.tools.page.visibilityState === 'visible';
  }

  /** Brings the lock in line with what is wanted, which may have changed again while the browser was asked. */
  async #settle(): Promise<void> {
    if (this.#asking) return;
    if (this.#wanted && this.#held === null) await this.#take();
    if (!this.#wanted) await this.#release();
  }

  async #take(): Promise<void> {
    const { wakeLock } = this.tools;
    if (!wakeLock) return;
    this.#asking = true;
    try {
      const held = await wakeLock.request('screen');
      held.addEventListener('release', () => this.#lost(held), { once: true });
      this.#held = held;
      this.#update({ ...this.#state, lock: 'held' });
    } catch {
      // A page may only ask: the browser's reasons (battery, policy) are the person's own. The export goes on.
      this.#update({ ...this.#state, lock: 'refused' });
    } finally {
      this.#asking = false;
    }
  }

  async #release(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    this.#update({ ...this.#state, lock: 'none' });
    await held?.release();
  }

  #lost(sentinel: WakeLockSentinel): void {
    if (this.#held !== sentinel) return;
    this.#held = null;
    this.#update({ ...this.#state, lock: 'none' });
  }

  #update(state: ScreenAwakeState): void {
    const same = state.allowed === this.#state.allowed && state.lock === this.#state.lock;
    if (same) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
