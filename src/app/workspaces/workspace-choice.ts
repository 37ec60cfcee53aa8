const KEY = 'studio-workspace';

/** Which workspace a tab has open, for its next load, and which was opened last, for new tabs. */
export class WorkspaceChoice {
  constructor(
    private readonly tab: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly browser: Pick<Storage, 'getItem' | 'setItem'>,
  ) {}

  /** What this tab had open; null in a new one. */
  ofTab(): string | null {
    return this.tab.getItem(KEY);
  }

  /** The one of these that is to be opened; the first where none is remembered. */
  among<Known extends { readonly id: string }>(known: readonly Known[]): Known | undefined {
    const remembered = [this.tab, this.browser].map((storage) => storage.getItem(KEY));
    return remembered.flatMap((id) => known.find((one) => one.id === id) ?? [])[0] ?? known[0];
  }

  remember(id: string): void {
    for (const storage of [this.tab, this.browser]) {
      try {
        if (storage.getItem(KEY) !== id) storage.setItem(KEY, id);
      } catch (error) {
        // Where it cannot be kept, the first workspace is opened the next time.
        if (!(error instanceof DOMException)) throw error;
      }
    }
  }
}
