import { ChevronRight } from 'lucide-react';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';

/** Where the focus goes back to when the captions are left. */
export const CAPTIONS_ROW_ID = 'captions-row';

/** The way to the captions, among the folds of the look: they need the whole panel. */
export function CaptionsRow() {
  const { view } = useEditor();
  const count = useProject(({ captions }) => captions.tracks.reduce((sum, { cues }) => sum + cues.length, 0));
  return (
    <div className="border-b border-line">
      <button
        id={CAPTIONS_ROW_ID}
        type="button"
        onClick={() => view.setState({ panel: 'captions', selectedItem: null })}
        className="flex h-11 w-full items-center gap-3 px-4 text-start transition-colors duration-150 ease-out -outline-offset-2 hover:bg-surface-2"
      >
        <span className="font-medium">{t`Captions`}</span>
        <span className="min-w-0 flex-1 truncate text-end text-small text-text-muted">
          {count === 0 ? t`None` : count}
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100 text-text-muted" />
      </button>
    </div>
  );
}
