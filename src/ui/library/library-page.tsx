import { useMemo, useRef, useState } from 'react';
import type { RecordingDevice } from '#core/import/recording.ts';
import type { Filing } from '#core/library/filing.ts';
import type { ShelvedAsset } from '#core/library/find-assets.ts';
import { chooseNone, keepShown, NOTHING_CHOSEN } from '#core/library/selection.ts';
import { useDropTaker } from '../media/drop-taker.ts';
import { MEDIA_FILES } from '../media/file-picking.tsx';
import { PageFrame } from '../pages/page-frame.tsx';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { AddMenu } from './add-menu.tsx';
import { AddressSheet } from './address-sheet.tsx';
import { Arrivals } from './arrivals.tsx';
import { AssetDetails } from './asset-details.tsx';
import { AssetList } from './asset-list.tsx';
import type { LibraryLayout } from './asset-tile.tsx';
import { FoldersSheet } from './folders-sheet.tsx';
import { ImportUnderWay } from './import-under-way.tsx';
import { LibraryTools } from './library-tools.tsx';
import { OrganiseSheet } from './organise-sheet.tsx';
import { RecordSheet } from './record-sheet.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useDiscard } from './use-discard.ts';
import { useLibrary } from './use-library.ts';
import { useLibraryImport } from './use-library-import.ts';

/** All media of the workspace. */
export function LibraryPage() {
  const { library: shelf } = useEditor().studio;
  const library = useLibrary();
  const imports = useLibraryImport();
  const fileInput = useRef<HTMLInputElement>(null);
  const pick = () => fileInput.current?.click();
  const [layout, setLayout] = useState<LibraryLayout>('grid');
  const [touched, setTouched] = useState(NOTHING_CHOSEN);
  const [opened, setOpened] = useState<string | null>(null);
  const [sheet, setSheet] = useState<'address' | 'folders' | 'organise' | null>(null);
  const closeSheet = () => setSheet(null);
  const [recording, setRecording] = useState<RecordingDevice | null>(null);
  const { failure, attempt } = useAttempt();
  const discarding = useDiscard();
  const { shown, total } = library;
  const byId = useMemo(() => new Map(shown.map((entry) => [entry.asset.id, entry])), [shown]);
  const selection = useMemo(() => keepShown(touched, new Set(byId.keys())), [touched, byId]);
  const chosen = [...selection.chosen];
  const allFavourite = chosen.every((id) => byId.get(id)?.filing.isFavourite);
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const { folderId } = library.query;
  const add = (files: readonly File[]) => attempt(() => imports.addFiles(files, folderId));
  const addAddresses = (addresses: readonly string[]) => attempt(() => imports.addAddresses(addresses, folderId));
  useDropTaker(t`Drop to add to the library`, add);
  const discard = () => attempt(() => discarding.discard(chosen));
  return (
    <PageFrame
      title={t`Library`}
      summary={total === undefined ? t`Looking` : summaryOf(shown.length, total)}
      actions={<AddMenu onFiles={pick} onFolder={add} onAddress={() => setSheet('address')} onRecord={setRecording} />}
    >
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        aria-label={t`Files for the library`}
        accept={MEDIA_FILES}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {imports.progress && <ImportUnderWay progress={imports.progress} onCancel={imports.cancel} />}
      <Arrivals showsProgress={imports.progress !== null} onRetry={(address) => addAddresses([address])} />
      {failure && <Notice severity="error">{failure}</Notice>}
      {discarding.refusals.map((message) => (
        <Notice key={message} severity="warning">
          {message}
        </Notice>
      ))}
      {discarding.discarded.length > 0 && (
        <Notice severity="info" onDismiss={discarding.forget}>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
            {discarding.discarded.length === 1
              ? t`1 file is in the trash.`
              : t`${discarding.discarded.length} files are in the trash.`}
            <Button size="small" onClick={() => attempt(discarding.restore)}>
              {t`Bring back`}
            </Button>
          </span>
        </Notice>
      )}
      {total === 0 && <EmptyLibrary onPick={pick} />}
      {total !== undefined && total > 0 && (
        <>
          <LibraryTools library={library} layout={layout} onLayout={setLayout} onFolders={() => setSheet('folders')} />
          {shown.length === 0 && (
            <p className="py-12 text-center text-text-muted">{t`Nothing here answers that search.`}</p>
          )}
          <AssetList
            entries={shown}
            layout={layout}
            selection={selection}
            onSelect={setTouched}
            onOpen={setOpened}
            onDiscard={discard}
          />
        </>
      )}
      {chosen.length > 0 && (
        <SelectionBar
          count={chosen.length}
          allFavourite={allFavourite}
          onDetails={only === undefined ? null : () => setOpened(only)}
          onOrganise={() => setSheet('organise')}
          onFavourite={() => attempt(() => shelf.setFavourite(chosen, !allFavourite))}
          onDiscard={discard}
          onNone={() => setTouched(chooseNone(selection))}
        />
      )}
      <AddressSheet open={sheet === 'address'} onClose={closeSheet} onAdd={addAddresses} />
      <FoldersSheet open={sheet === 'folders'} onClose={closeSheet} />
      <OrganiseSheet open={sheet === 'organise'} filings={filingsOf(chosen, byId)} onClose={closeSheet} />
      <RecordSheet
        device={recording}
        onClose={() => setRecording(null)}
        onKeep={(file, device) => attempt(() => imports.addRecording(file, device, folderId))}
      />
      <AssetDetails entry={opened === null ? undefined : byId.get(opened)} onClose={() => setOpened(null)} />
    </PageFrame>
  );
}

function filingsOf(ids: readonly string[], byId: ReadonlyMap<string, ShelvedAsset>): Filing[] {
  return ids.flatMap((id) => byId.get(id)?.filing ?? []);
}

function EmptyLibrary({ onPick }: { onPick: () => void }) {
  return (
    <div className="flex flex-col items-center gap-6 rounded-card border border-line px-6 py-16 text-center max-lg:py-12">
      <div className="flex max-w-100 flex-col gap-3">
        <h2 className="font-display text-display text-balance">{t`Your media is kept here`}</h2>
        <p className="text-text-muted text-balance">
          {t`Photos, clips and songs that you add stay in this browser, to be used in any video.`}
        </p>
      </div>
      <Button tone="primary" size="large" onClick={onPick}>
        {t`Choose files`}
      </Button>
    </div>
  );
}

function summaryOf(shown: number, total: number): string {
  const files = total === 1 ? t`1 file` : t`${total} files`;
  return shown === total ? files : t`${shown} of ${files}`;
}
