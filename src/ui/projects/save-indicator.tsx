import { Check, CircleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import { Hint } from '../parts/icon-button.tsx';
import { useEditor } from '../state/editor.tsx';
import { t, translate } from '../words/words.ts';

/** Whether the last edit is on disk. */
export function SaveIndicator() {
  const { autosave } = useEditor();
  const { kind, error } = useStore(autosave.status);
  if (kind === 'failed') {
    return (
      <Hint text={error ? translate(error.message) : t`The project could not be saved.`}>
        <button
          type="button"
          onClick={() => void autosave.flush()}
          className="inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-small text-danger max-lg:h-11"
        >
          <CircleAlert aria-hidden className="size-4" />
          {t`Not saved, try again`}
        </button>
      </Hint>
    );
  }
  return (
    <span className="inline-flex min-w-18 items-center gap-1.5 text-small text-text-muted max-lg:w-auto">
      <Check aria-hidden className={`size-4 shrink-0 ${kind === 'saved' ? '' : 'invisible'}`} />
      <span className="max-lg:sr-only">{kind === 'saved' ? t`Saved` : t`Saving`}</span>
    </span>
  );
}
