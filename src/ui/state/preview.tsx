import { createContext, type ReactNode, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { followSystemControls } from '#app/preview/media-session.ts';
import { EMPTY_PREVIEW } from '#app/preview/preview-state.ts';
import type { PreviewPlayer, PreviewState } from '#app/studio/preview.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { Project } from '#core/project/project.ts';
import { useEditor } from './editor.tsx';

/** The one preview: its canvas is made once and moves between layouts, since it can be handed to a worker only once. */
export interface Preview {
  readonly canvas: HTMLCanvasElement;
  readonly player: PreviewPlayer;
  /** Why the project could not be shown; null while it can. */
  readonly loadError: StudioError | null;
  /** Starts over with a new worker and canvas, at the same frame: a worker that crashed took its canvas with it. */
  restart(): void;
}

/** Bundles edits that follow each other closely into one load, in milliseconds. */
const LOAD_PAUSE_MS = 60;

const PreviewContext = createContext<Preview | null>(null);

export function PreviewProvider({ children }: { children: ReactNode }) {
  const { studio, history } = useEditor();
  const [made, setMade] = useState<Pick<Preview, 'canvas' | 'player'> | null>(null);
  const [start, setStart] = useState({ frame: 0 });
  useEffect(() => {
    const canvas = document.createElement('canvas');
    const player = studio.createPreview(canvas);
    player.seek(start.frame);
    setMade({ canvas, player });
    const name = () => history.current.getState().project.name;
    const letGo = 'mediaSession' in navigator ? followSystemControls(player, navigator.mediaSession, name) : null;
    return () => {
      letGo?.();
      setMade(null);
      player.dispose();
      canvas.remove();
    };
  }, [studio, history, start]);
  const player = made?.player ?? null;
  const loadError = useProjectLoading(player);
  const restart = useCallback(() => setStart({ frame: player?.snapshot().frame ?? 0 }), [player]);
  return <PreviewContext value={made && { ...made, loadError, restart }}>{children}</PreviewContext>;
}

/** Shows each edit; a project that begins to have photos begins to play. */
function useProjectLoading(player: PreviewPlayer | null): StudioError | null {
  const { history, studio } = useEditor();
  const [loadError, setLoadError] = useState<StudioError | null>(null);
  const show = useCallback(
    async (project: Project, playAfter: boolean) => {
      if (!player) return;
      try {
        await player.load(project);
        setLoadError(null);
        if (playAfter) await player.play();
      } catch (error) {
        setLoadError(toStudioError(error));
      }
    },
    [player],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let playAfter = false;
    let rewind = false;
    setLoadError(null);
    void show(history.current.getState().project, false);
    const showSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (rewind) player?.seek(0);
        void show(history.current.getState().project, playAfter);
        playAfter = false;
        rewind = false;
      }, LOAD_PAUSE_MS);
    };
    const stopFollowing = history.current.subscribe(({ project }, { project: before }) => {
      if (!looksDifferent(project, before)) return;
      const firstPhotos = before.items.length === 0 && project.items.length > 0;
      rewind ||= project.id !== before.id;
      playAfter ||= firstPhotos && !matchMedia('(prefers-reduced-motion: reduce)').matches;
      showSoon();
    });
    // Music that is listened to after all, or no longer, moves the cuts.
    const stopListening = studio.beats.subscribe(showSoon);
    return () => {
      clearTimeout(timer);
      stopFollowing();
      stopListening();
    };
  }, [history, studio, player, show]);
  return loadError;
}

/** Which fields of a project are in its picture or sound: its name is not. */
const SHOWN: readonly (keyof Project)[] = [
  'id',
  'items',
  'repeatItems',
  'music',
  'sound',
  'style',
  'hook',
  'hookPlacement',
  'hookColour',
  'hookFont',
  'captions',
  'frame',
  'frameColour',
  'logo',
  'atmosphere',
  'format',
  'quality',
  'lengthSeconds',
  'seed',
];

function looksDifferent(project: Project, before: Project): boolean {
  return SHOWN.some((field) => project[field] !== before[field]);
}

/** Null for the moment before the canvas is made. */
export function usePreview(): Preview | null {
  return use(PreviewContext);
}

/** A part of the playback; renders again only when that part changes, so it has to be a number, string or boolean. */
export function usePlayback<Part>(select: (state: PreviewState) => Part): Part {
  const player = use(PreviewContext)?.player ?? null;
  const subscribe = useCallback((listener: () => void) => player?.subscribe(listener) ?? (() => undefined), [player]);
  return useSyncExternalStore(subscribe, () => select(player?.snapshot() ?? EMPTY_PREVIEW));
}
