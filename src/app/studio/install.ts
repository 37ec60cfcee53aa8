/** The studio as an app of the system, with a window and an icon of its own. */
export interface Install {
  /** For `useSyncExternalStore`. */
  snapshot(): InstallState;
  subscribe(listener: () => void): () => void;
  /** Has the browser ask the person, where the way is `ask`. A no counts as `putAway`. */
  ask(): Promise<void>;
  /** It is not offered again in this browser, other than in the menu. */
  putAway(): void;
}

export interface InstallState {
  readonly way: InstallWay;
  /** False once the person has said no. */
  readonly isOffered: boolean;
}

/**
 * `ask`: the browser asks when told to. `by-hand`: only the person can, through the browser's own menu. `none`: it is
 * installed, or this browser installs nothing.
 */
export type InstallWay = 'none' | 'ask' | 'by-hand';
