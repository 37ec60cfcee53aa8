import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ArchiveProgress, ExportedWorkspace } from '#app/studio/workspaces.ts';
import type { Studio } from '#app/studio.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { CHOOSING, ToolRun, type ToolStep, type ToolWork } from '../tools/tool-work.ts';

export type ArchiveStep = 'exporting' | 'importing';

export type ArchiveResult =
  | { readonly kind: 'exported'; readonly exported: ExportedWorkspace }
  | { readonly kind: 'imported'; readonly workspace: Workspace };

export interface ArchiveState {
  /** What is exported or imported, by name. */
  readonly subject: string;
  readonly work: ToolWork<ArchiveStep, ArchiveResult>;
}

/** The export or import of a whole workspace. It goes on while another page is shown. */
export interface ArchiveWork {
  readonly state: StoreApi<ArchiveState>;
  exportWhole(workspace: Workspace): Promise<void>;
  importWhole(archive: File): Promise<void>;
  cancel(): void;
  /** Puts away what was made, or why it failed. */
  dismiss(): Promise<void>;
}

export function createArchiveWork({ workspaces }: Pick<Studio, 'workspaces'>): ArchiveWork {
  const state = createStore<ArchiveState>(() => ({ subject: '', work: CHOOSING }));
  const run = new ToolRun<ArchiveStep, ArchiveResult>((work) => state.setState({ work }));

  async function dismiss(): Promise<void> {
    const { work } = state.getState();
    state.setState({ work: CHOOSING });
    if (work.kind === 'done' && work.made.kind === 'exported') await work.made.exported.discard();
  }

  async function start(
    subject: string,
    step: ArchiveStep,
    make: (signal: AbortSignal, onProgress: (progress: ArchiveProgress) => void) => Promise<ArchiveResult>,
  ): Promise<void> {
    if (state.getState().work.kind === 'running') return;
    await dismiss();
    state.setState({ subject, work: { kind: 'running', step: stepOf(step, { done: 0, total: 0 }) } });
    await run.start((signal, onStep) => make(signal, (progress) => onStep(stepOf(step, progress))));
  }

  return {
    state,
    exportWhole: ({ id, name }) =>
      start(name, 'exporting', async (signal, onProgress) => ({
        kind: 'exported',
        exported: await workspaces.exportWhole(id, { signal, onProgress }),
      })),
    importWhole: (archive) =>
      start(archive.name, 'importing', async (signal, onProgress) => ({
        kind: 'imported',
        workspace: await workspaces.importWhole(archive, { signal, onProgress }),
      })),
    cancel: () => run.cancel(),
    dismiss,
  };
}

function stepOf(name: ArchiveStep, { done, total }: ArchiveProgress): ToolStep<ArchiveStep> {
  return { name, fraction: total === 0 ? 0 : Math.min(1, done / total), etaSeconds: null };
}
