import { CaptionsRow } from '../look/captions-row.tsx';
import { HookEditor } from '../look/hook-editor.tsx';
import { HookLook } from '../look/hook-look.tsx';
import { LookPanel } from '../look/look-panel.tsx';
import { ImportFailures, ImportProgress } from '../media/import-status.tsx';
import { MediaPanel } from '../media/media-panel.tsx';
import { PartLoader } from '../parts/lazy-part.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Stage } from '../stage/stage.tsx';
import { useEditor, useProject, useView } from '../state/editor.tsx';
import { useSelectedItem } from '../state/selection.ts';
import { t } from '../words/words.ts';
import { BottomBar, tabId } from './bottom-bar.tsx';
import { PhoneHeader } from './header.tsx';
import {
  CaptionsPanel,
  ExportSheet,
  ShotInspector,
  SoundPanel,
  TimelineStrip,
  Transport,
  useEverTrue,
} from './lazy-parts.ts';

/** The video on top, time under it, and everything else in sheets that leave the video in sight. */
export function PhoneLayout() {
  const isEmpty = useProject((project) => project.items.length === 0);
  const hasCaptions = useProject((project) => project.captions.tracks.length > 0);
  const sheetOpen = useView((view) => view.panel !== null);
  const hasExported = useEverTrue(useView((view) => view.panel === 'export'));
  return (
    <div className="flex h-full flex-col">
      <PhoneHeader />
      <main className="flex min-h-0 flex-1 flex-col">
        <div className={`relative min-h-0 bg-ink px-4 py-2 ${isEmpty || sheetOpen ? 'flex-1' : 'flex-[4]'}`}>
          <Stage />
          {!sheetOpen && !isEmpty && <ImportNotes />}
        </div>
        {!isEmpty && !sheetOpen && (
          <>
            <div className="shrink-0 px-3 pt-2">
              <PartLoader part="transport">
                <Transport />
              </PartLoader>
            </div>
            <div className={`max-h-56 flex-1 px-3 pt-1 pb-3 ${hasCaptions ? 'min-h-47' : 'min-h-40'}`}>
              <PartLoader part="timeline">
                <TimelineStrip compact />
              </PartLoader>
            </div>
          </>
        )}
        {sheetOpen && <div aria-hidden className="h-[var(--sheet-height)] shrink-0" />}
      </main>
      <BottomBar />
      <PhoneSheets />
      <PartLoader part="export">{hasExported && <ExportSheet />}</PartLoader>
    </div>
  );
}

/** Over the lower edge of the stage, so that nothing moves when it comes and goes. */
function ImportNotes() {
  return (
    <div className="pointer-events-none absolute inset-x-3 bottom-3 flex max-h-[70%] flex-col gap-2 overflow-y-auto *:pointer-events-auto">
      <ImportProgress />
      <ImportFailures />
    </div>
  );
}

function PhoneSheets() {
  const { view } = useEditor();
  const panel = useView((state) => state.panel);
  const item = useSelectedItem();
  const close = () => view.setState({ panel: null, selectedItem: null });
  return (
    <>
      <Sheet open={panel === 'media'} title={t`Media`} onClose={close}>
        <MediaPanel />
      </Sheet>
      <Sheet open={panel === 'look'} title={t`Look`} onClose={close}>
        <LookPanel withTextAndSound={false} />
      </Sheet>
      <Sheet open={panel === 'text'} title={t`Text`} onClose={close}>
        <div className="-mx-4 mb-3 border-t border-line">
          <CaptionsRow />
        </div>
        <HookEditor />
        <HookLook />
      </Sheet>
      <Sheet open={panel === 'captions'} title={t`Captions`} onClose={close} fallbackFocus={tabId('text')}>
        <PartLoader part="captions">
          <CaptionsPanel />
        </PartLoader>
      </Sheet>
      <Sheet open={panel === 'sound'} title={t`Sound`} onClose={close}>
        <PartLoader part="sound">
          <SoundPanel />
        </PartLoader>
      </Sheet>
      <Sheet open={panel === 'shot' && item !== undefined} title={t`Shot`} onClose={close}>
        <PartLoader part="shot">{item && <ShotInspector item={item} onClose={close} />}</PartLoader>
      </Sheet>
    </>
  );
}
