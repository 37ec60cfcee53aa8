import { useEffect } from 'react';
import { useEditor } from '../state/editor.tsx';
import { usePreview } from '../state/preview.tsx';

/** Space plays and pauses, Ctrl or Cmd with Z undoes, with Shift redoes, ? lists the keys: from anywhere that does not need the key itself. */
export function useShortcuts(): void {
  const { history, view } = useEditor();
  const player = usePreview()?.player;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.key === ' ' && !usesSpace(target)) {
        event.preventDefault();
        if (player?.snapshot().playing) player.pause();
        else void player?.play();
      }
      if (event.key === '?' && !takesText(target)) {
        event.preventDefault();
        view.setState(({ panel }) => ({ panel: panel === 'shortcuts' ? null : 'shortcuts' }));
      }
      const isUndoKey = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (isUndoKey && !keepsOwnUndo(target)) {
        const key = event.key.toLowerCase();
        const redo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
        if (redo) history.redo();
        else if (key === 'z') history.undo();
        else return;
        event.preventDefault();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [history, view, player]);
}

function takesText(target: HTMLElement): boolean {
  return target.closest('input, textarea, select') !== null;
}

function usesSpace(target: HTMLElement): boolean {
  return (
    target.closest('button, a, input, textarea, select, summary, video, [role="radio"], [role^="menuitem"]') !== null
  );
}

/** A field that shows the project itself is undone with the project; one with a draft undoes its own typing. */
function keepsOwnUndo(target: HTMLElement): boolean {
  const field = target.closest<HTMLElement>('input, textarea');
  return field !== null && field.dataset.undo !== 'project';
}
