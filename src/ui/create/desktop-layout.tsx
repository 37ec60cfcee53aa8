import { ArrowLeft } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { CAPTIONS_ROW_ID } from '../look/captions-row.tsx';
import { LookPanel } from '../look/look-panel.tsx';
import { MediaPanel } from '../media/media-panel.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { PartLoader } from '../parts/lazy-part.tsx';
import { Stage } from '../stage/stage.tsx';
import { useEditor, useProject, useView } from '../state/editor.tsx';
import { useSelectedItem } from '../state/selection.ts';
import { t } from '../words/words.ts';
import { DesktopHeader } from './header.tsx';
import {
  CaptionsPanel,
  ExportSheet,
  ShortcutsSheet,
  ShotInspector,
  TimelineStrip,
  Transport,
  useEverTrue,
} from './lazy-parts.ts';

/** Media on the left, the video in the middle, its look on the right, time below. */
export function DesktopLayout() {
  const isEmpty = useProject((project) => project.items.length === 0);
  const hasCaptions = useProject((project) => project.captions.tracks.length > 0);
  return (
    <div className="flex h-full flex-col">
      <DesktopHeader />
      <div className="flex min-h-0 flex-1">
        <aside
          data-tour="media"
          aria-label={t`Media`}
          className="w-66 shrink-0 overflow-y-auto border-e border-line p-4"
        >
          <MediaPanel />
        </aside>
        <main className="flex min-w-0 flex-1 flex-col bg-ink">
          <div className={isEmpty ? 'min-h-0 flex-1 p-6' : 'min-h-0 flex-1 px-6 pt-4'}>
            <Stage />
          </div>
          {!isEmpty && (
            <div className="mx-auto flex h-14 w-full max-w-170 shrink-0 items-center px-6">
              <PartLoader part="transport">
                <Transport />
              </PartLoader>
            </div>
          )}
        </main>
        <aside
          data-tour="look"
          aria-label={t`Look`}
          className="relative w-80 shrink-0 overflow-y-auto border-s border-line"
        >
          <RightPanel />
        </aside>
      </div>
      {!isEmpty && (
        <footer
          className={`shrink-0 animate-fade border-t border-line bg-surface-1 px-4 pt-2 pb-3 ${hasCaptions ? 'h-56' : 'h-49'}`}
        >
          <PartLoader part="timeline">
            <TimelineStrip compact={false} />
          </PartLoader>
        </footer>
      )}
      <Sheets />
    </div>
  );
}

function Sheets() {
  const panel = useView((state) => state.panel);
  const exporting = useEverTrue(panel === 'export');
  const shortcuts = useEverTrue(panel === 'shortcuts');
  return (
    <>
      <PartLoader part="export">{exporting && <ExportSheet />}</PartLoader>
      <PartLoader part="shortcuts">{shortcuts && <ShortcutsSheet />}</PartLoader>
    </>
  );
}

/** The look of the video, the settings of what is selected, or the captions. */
function RightPanel() {
  const { view } = useEditor();
  const item = useSelectedItem();
  const captions = useView((state) => state.panel === 'captions');
  if (item) {
    const close = () => view.setState({ selectedItem: null });
    return (
      <AsidePage title={t`Selected shot`} back={t`Back to the look`} onBack={close}>
        <PartLoader part="shot">
          <ShotInspector item={item} onClose={close} />
        </PartLoader>
      </AsidePage>
    );
  }
  if (captions) return <CaptionsAside />;
  return (
    <>
      <h2 className="sr-only">{t`Look`}</h2>
      <LookPanel withTextAndSound />
    </>
  );
}

/** The way here is gone from the screen: the focus is on the way back, and goes back with it. */
function CaptionsAside() {
  const { view } = useEditor();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) back.current?.focus();
  }, []);
  const close = () => {
    flushSync(() => view.setState({ panel: null }));
    document.getElementById(CAPTIONS_ROW_ID)?.focus();
  };
  return (
    <AsidePage title={t`Captions`} back={t`Back to the look`} backButton={back} onBack={close}>
      <PartLoader part="captions">
        <CaptionsPanel />
      </PartLoader>
    </AsidePage>
  );
}

interface AsidePageProps {
  readonly title: string;
  readonly back: string;
  readonly backButton?: RefObject<HTMLButtonElement | null>;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

function AsidePage({ title, back, backButton, onBack, children }: AsidePageProps) {
  return (
    <div className="animate-fade p-4 pt-1">
      <div className="-ms-2 mb-1 flex h-10 items-center gap-1">
        <IconButton ref={backButton} label={back} onClick={onBack}>
          <ArrowLeft aria-hidden className="size-4.5 rtl:-scale-x-100" />
        </IconButton>
        <h2 className="font-medium">{title}</h2>
      </div>
      {children}
    </div>
  );
}
