import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Studio } from '#app/studio.ts';
import type { StudioError } from '#core/errors.ts';
import type { Platform } from '#core/platform/platforms.ts';
import type { CueRef } from '#core/project/captions.ts';
import type { Project } from '#core/project/project.ts';
import { createMusicTool, type MusicTool } from '../tools/background-music/music-tool.ts';
import { type BatchTool, createBatchTool } from '../tools/batch/batch-tool.ts';
import { type CaptionTool, createCaptionTool } from '../tools/caption-video/caption-tool.ts';
import { type ConvertTool, createConvertTool } from '../tools/convert/convert-tool.ts';
import { createMergeTool, type MergeTool } from '../tools/merge-scenes/merge-tool.ts';
import { type ArchiveWork, createArchiveWork } from '../workspaces/archive-work.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { type Captioning, createCaptioning } from './captioning.ts';
import { createImportQueue, type ImportQueue } from './import-queue.ts';
import { createPostingState, type PostingState } from './posting.ts';
import { createProjectHistory, type ProjectHistory } from './project-history.ts';
import { isUntouched } from './untouched.ts';

/** Everything that the screen shares while a person edits: one object for the life of the page. */
export interface Editor {
  readonly studio: Studio;
  readonly history: ProjectHistory;
  readonly imports: ImportQueue;
  readonly captioning: Captioning;
  readonly autosave: Autosave<Project>;
  readonly captionTool: CaptionTool;
  readonly musicTool: MusicTool;
  readonly convertTool: ConvertTool;
  readonly mergeTool: MergeTool;
  readonly batchTool: BatchTool;
  readonly archives: ArchiveWork;
  readonly posting: PostingState;
  readonly view: StoreApi<ViewState>;
  /** Saves what is open, then shows another project. One that nobody has touched leaves no trace. */
  open(project: Project): Promise<void>;
}

/** What is looked at: not part of the project, not undone. */
export interface ViewState {
  /** The photo or clip whose settings are open. */
  readonly selectedItem: string | null;
  /** Which of its shots on the timeline was meant, from 0 over all shots; null means its first. */
  readonly selectedShot: number | null;
  readonly panel: Panel | null;
  /** The export that the export sheet shows; null offers a new one. */
  readonly shownExport: string | null;
  /** Why the last edit of a shot was refused; null once one succeeds. */
  readonly editProblem: StudioError | null;
  /** The app whose buttons are drawn over the stage; null for none. */
  readonly guides: Platform | null;
  /** The caption that is worked on in the captions panel; null for none. */
  readonly selectedCue: CueRef | null;
  /** The caption that was asked for on the timeline; null once its row has taken the focus. */
  readonly cueToShow: CueRef | null;
  /** Why the last edit of a caption was refused; null once one succeeds. */
  readonly captionProblem: StudioError | null;
  /** Whether the tour points at the parts of the page. */
  readonly isTouring: boolean;
}

/**
 * Sheets that open over the screen. On the desktop only `export` and `shortcuts` do: `captions` stands beside the stage in
 * place of the look, and the others always stand there.
 */
export type Panel = 'media' | 'look' | 'text' | 'captions' | 'sound' | 'export' | 'shot' | 'shortcuts';

const CLOSED: ViewState = {
  selectedItem: null,
  selectedShot: null,
  panel: null,
  shownExport: null,
  editProblem: null,
  guides: null,
  selectedCue: null,
  cueToShow: null,
  captionProblem: null,
  isTouring: false,
};

function createEditor(studio: Studio, project: Project): Editor {
  const history = createProjectHistory(project, () => performance.now());
  const autosave = createAutosave((latest: Project) => studio.projects.save(latest));
  const view = createStore<ViewState>(() => CLOSED);
  const captioning = createCaptioning(studio.speech, history);
  return {
    studio,
    history,
    autosave,
    captionTool: createCaptionTool(studio),
    musicTool: createMusicTool(studio),
    convertTool: createConvertTool(studio),
    mergeTool: createMergeTool(studio),
    batchTool: createBatchTool(studio),
    archives: createArchiveWork(studio),
    posting: createPostingState(studio.posting),
    view,
    imports: createImportQueue(studio.assets, history),
    captioning,
    async open(next) {
      captioning.cancel();
      await autosave.flush();
      const left = history.current.getState().project;
      if (left.id !== next.id && isUntouched(left, await studio.brand.get())) await studio.projects.erase(left.id);
      view.setState({ ...CLOSED, guides: view.getState().guides });
      history.open(next);
    },
  };
}

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({
  studio,
  project,
  children,
}: {
  studio: Studio;
  project: Project;
  children: ReactNode;
}) {
  const [editor] = useState(() => createEditor(studio, project));
  useAutosave(editor);
  useHeldEdits(editor);
  useGestures(editor);
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** Saves each edit, and at once when the page is left. */
function useAutosave({ studio, history, autosave }: Editor): void {
  // What is shown is all that is left of a database that was deleted.
  useEffect(
    () => studio.disk.onVanished(() => autosave.schedule(history.current.getState().project)),
    [studio, history, autosave],
  );
  useEffect(() => {
    const unsubscribe = history.current.subscribe((state, before) => {
      const sameProject = state.project.id === before.project.id;
      if (sameProject && state.project !== before.project) autosave.schedule(state.project);
    });
    const flush = () => void autosave.flush();
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushWhenHidden);
    return () => {
      unsubscribe();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flushWhenHidden);
      flush();
    };
  }, [history, autosave]);
}

/** An edit that is not stored yet keeps a new version waiting. */
function useHeldEdits({ studio, autosave }: Editor): void {
  useEffect(() => {
    let release: (() => void) | null = null;
    const settle = () => {
      if (autosave.status.getState().kind !== 'saved') release ??= studio.updates.hold();
      else {
        release?.();
        release = null;
      }
    };
    const unsubscribe = autosave.status.subscribe(settle);
    return () => {
      unsubscribe();
      release?.();
    };
  }, [studio, autosave]);
}

/** What one press drags (a slider, a point on a picture) is one step to undo. */
function useGestures({ history }: Editor): void {
  useEffect(() => {
    window.addEventListener('pointerdown', history.press, { capture: true });
    window.addEventListener('pointerup', history.release);
    window.addEventListener('pointercancel', history.release);
    return () => {
      window.removeEventListener('pointerdown', history.press, { capture: true });
      window.removeEventListener('pointerup', history.release);
      window.removeEventListener('pointercancel', history.release);
    };
  }, [history]);
}

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor is called outside of EditorProvider.');
  return editor;
}

/** A part of the project; renders again only when that part changes. */
export function useProject<Part>(select: (project: Project) => Part): Part {
  return useStore(useEditor().history.current, (state) => select(state.project));
}

export function useView<Part>(select: (view: ViewState) => Part): Part {
  return useStore(useEditor().view, select);
}
