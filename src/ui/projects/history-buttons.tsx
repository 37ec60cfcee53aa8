import { Redo2, Undo2 } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../parts/icon-button.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';

export function HistoryButtons() {
  const { history } = useEditor();
  const canUndo = useStore(history.past, (state) => state.pastStates.length > 0);
  const canRedo = useStore(history.past, (state) => state.futureStates.length > 0);
  return (
    <div className="flex">
      <IconButton label={t`Undo`} shortcut="Ctrl+Z" aria-disabled={!canUndo} onClick={history.undo}>
        <Undo2 aria-hidden className="size-4.5" />
      </IconButton>
      <IconButton label={t`Redo`} shortcut="Ctrl+Shift+Z" aria-disabled={!canRedo} onClick={history.redo}>
        <Redo2 aria-hidden className="size-4.5" />
      </IconButton>
    </div>
  );
}
