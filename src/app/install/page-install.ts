import type { Install, InstallState } from '../studio/install.ts';

/** https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface; not in TypeScript's own list. */
export interface InstallPrompt extends Event {
  /** Works once. Resolves with the person's answer. */
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

export interface InstallTools {
  /** The window that hears `beforeinstallprompt` and `appinstalled`. */
  readonly page: Pick<EventTarget, 'addEventListener'>;
  /** Kept for this browser. */
  readonly settings: Pick<Storage, 'getItem' | 'setItem'>;
  /** The page runs in the installed app. */
  readonly isInstalled: boolean;
  /** The browser installs from its own menu alone. */
  readonly isByHand: boolean;
}

const PUT_AWAY_KEY = 'studio-install-put-away';

/** Holds the browser's offer to install the studio until the person takes it up. */
export class PageInstall implements Install {
  readonly #listeners = new Set<() => void>();
  #isInstalled: boolean;
  #isOffered: boolean;
  #prompt: InstallPrompt | null = null;
  #state: InstallState;

  constructor(private readonly tools: InstallTools) {
    this.#isInstalled = tools.isInstalled;
    this.#isOffered = tools.settings.getItem(PUT_AWAY_KEY) === null;
    this.#state = this.#stateNow();
    tools.page.addEventListener('beforeinstallprompt', (event) => {
      // The browser would ask by itself, at a moment of its own.
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
      this.#update();
    });
    tools.page.addEventListener('appinstalled', () => {
      this.#isInstalled = true;
      this.#update();
    });
  }

  snapshot(): InstallState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async ask(): Promise<void> {
    const prompt = this.#prompt;
    if (!prompt) return;
    this.#prompt = null;
    try {
      const { outcome } = await prompt.prompt();
      if (outcome === 'dismissed') this.putAway();
    } catch (error) {
      this.#prompt = prompt;
      throw error;
    } finally {
      this.#update();
    }
  }

  putAway(): void {
    this.#isOffered = false;
    this.#update();
    try {
      this.tools.settings.setItem(PUT_AWAY_KEY, 'yes');
    } catch (error) {
      // Where it cannot be kept, the next page offers it again.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  #update(): void {
    this.#state = this.#stateNow();
    for (const listener of this.#listeners) listener();
  }

  #stateNow(): InstallState {
    const isOffered = this.#isOffered;
    if (this.#isInstalled) return { way: 'none', isOffered };
    if (this.#prompt) return { way: 'ask', isOffered };
    return { way: this.tools.isByHand ? 'by-hand' : 'none', isOffered };
  }
}
