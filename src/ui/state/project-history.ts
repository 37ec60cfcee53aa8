import { type TemporalState, temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Project } from '#core/project/project.ts';

/** The project being edited, with undo and redo over whole projects. */
export interface ProjectHistory {
  readonly current: StoreApi<{ readonly project: Project }>;
  readonly past: StoreApi<TemporalState<{ readonly project: Project }>>;
  /**
   * Replaces the project. Edits of one `burst` that follow each other closely (typing, arrow keys) are undone as one step;
   * `pauseMs` is how far apart they may be. Those between `press` and `release` are one step, however slow.
   */
  edit(change: (project: Project) => Project, burst?: string, pauseMs?: number): void;
  /** A pointer went down: what it drags is one gesture, apart from the one before and the one after. */
  press(): void;
  release(): void;
  undo(): void;
  redo(): void;
  /** Starts over with another project: there is nothing to undo to. */
  open(project: Project): void;
}

const LONGEST_HISTORY = 200;
/** A pause this long between two edits of one burst starts a new undo step, in milliseconds. */
const BURST_PAUSE_MS = 800;

interface Burst {
  readonly name: string | undefined;
  readonly at: number;
}
const NO_BURST: Burst = { name: undefined, at: 0 };

/** `now` gives milliseconds from any fixed moment. */
export function createProjectHistory(project: Project, now: () => number): ProjectHistory {
  const current = createStore<{ readonly project: Project }>()(
    temporal(() => ({ project }), {
      limit: LONGEST_HISTORY,
      equality: (a, b) => a.project === b.project,
    }),
  );
  const past = current.temporal;
  let lastBurst: Burst = NO_BURST;
  /** While a pointer is down: the burst that it has begun. */
  let held: { name: string | undefined } | null = null;

  function edit(change: (project: Project) => Project, burst?: string, pauseMs = BURST_PAUSE_MS): void {
    const at = now();
    const follows = held ? held.name === burst : lastBurst.name === burst && at - lastBurst.at < pauseMs;
    const continues = burst !== undefined && follows;
    if (held) held.name = burst;
    lastBurst = { name: burst, at };
    if (continues) past.getState().pause();
    current.setState((state) => ({ project: change(state.project) }));
    past.getState().resume();
  }

  function step(go: 'undo' | 'redo'): void {
    lastBurst = NO_BURST;
    past.getState()[go]();
  }

  return {
    current,
    past,
    edit,
    press() {
      held = { name: undefined };
    },
    release() {
      if (held?.name !== undefined) lastBurst = NO_BURST;
      held = null;
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    open(opened) {
      lastBurst = NO_BURST;
      past.getState().pause();
      current.setState({ project: opened });
      past.getState().resume();
      past.getState().clear();
    },
  };
}
