import { ArrowLeft } from 'lucide-react';
import { ExportSheet } from '../export/export-sheet.tsx';
import { LookPanel } from '../look/look-panel.tsx';
import { MediaPanel } from '../media/media-panel.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { ShotInspector } from '../shot/shot-inspector.tsx';
import { Stage } from '../stage/stage.tsx';
import { Transport } from '../stage/transport.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { useSelectedItem } from '../state/selection.ts';
import { ShortcutsSheet } from '../timeline/shortcuts-sheet.tsx';
import { TimelineStrip } from '../timeline/timeline-strip.tsx';
import { DesktopHeader } from './header.tsx';

/** Media on the left, the video in the middle, its look on the right, time below. */
export function DesktopLayout() {
  const isEmpty = useProject((project) => project.items.length === 0);
  return (
    <div className="flex h-full flex-col">
      <DesktopHeader />
      <div className="flex min-h-0 flex-1">
        <aside aria-label="Media" className="w-66 shrink-0 overflow-y-auto border-r border-line p-4">
          <MediaPanel />
        </aside>
        <main className="flex min-w-0 flex-1 flex-col bg-ink">
          <div className={isEmpty ? 'min-h-0 flex-1 p-6' : 'min-h-0 flex-1 px-6 pt-4'}>
            <Stage />
          </div>
          {!isEmpty && (
            <div className="mx-auto flex h-14 w-full max-w-170 shrink-0 items-center px-6">
              <Transport />
            </div>
          )}
        </main>
        <aside aria-label="Look" className="w-80 shrink-0 overflow-y-auto border-l border-line">
          <RightPanel />
        </aside>
      </div>
      {!isEmpty && (
        <footer className="h-49 shrink-0 animate-fade border-t border-line bg-surface-1 px-4 pt-2 pb-3">
          <TimelineStrip compact={false} />
        </footer>
      )}
      <ExportSheet />
      <ShortcutsSheet />
    </div>
  );
}

/** The look of the video, or the settings of what is selected. */
function RightPanel() {
  const { view } = useEditor();
  const item = useSelectedItem();
  if (!item) {
    return (
      <>
        <h2 className="sr-only">Look</h2>
        <LookPanel withTextAndSound />
      </>
    );
  }
  const close = () => view.setState({ selectedItem: null });
  return (
    <div className="animate-fade p-4 pt-1">
      <div className="-ml-2 mb-1 flex h-10 items-center gap-1">
        <IconButton label="Back to the look" onClick={close}>
          <ArrowLeft aria-hidden className="size-4.5" />
        </IconButton>
        <h2 className="font-medium">Selected shot</h2>
      </div>
      <ShotInspector item={item} onClose={close} />
    </div>
  );
}
