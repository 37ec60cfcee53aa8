import { Sheet } from '../parts/sheet.tsx';
import { useEditor, useView } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { SHORTCUTS } from './shot-keys.ts';

/** Which keys do what. */
export function ShortcutsSheet() {
  const { view } = useEditor();
  const open = useView((state) => state.panel === 'shortcuts');
  return (
    <Sheet open={open} title={t`Keyboard shortcuts`} onClose={() => view.setState({ panel: null })}>
      <dl className="flex flex-col">
        {SHORTCUTS.map(({ keys, what }) => (
          <div
            key={keys}
            className="flex items-baseline justify-between gap-4 border-b border-line py-2.5 last:border-0"
          >
            <dt className="shrink-0">
              <kbd className="rounded-thumb border border-line bg-surface-3 px-2 py-0.5 font-sans text-small whitespace-nowrap">
                {keys}
              </kbd>
            </dt>
            <dd className="text-end text-small text-text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
