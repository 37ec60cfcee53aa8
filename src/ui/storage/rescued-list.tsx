import { Download, ImagePlus, Trash2 } from 'lucide-react';
import type { StoredItem } from '#core/disk/storage-usage.ts';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { download } from '../save/download.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { StoredList } from './stored-list.tsx';
import type { UsageActions } from './use-usage.ts';

/** Files that were left when the browser had deleted the database: their names went with it. */
export function RescuedList({ items, act }: { items: readonly StoredItem[]; act: UsageActions['act'] }) {
  const { disk } = useEditor().studio;
  const named = items.map((item, index) => ({ ...item, name: rescuedName(item.id, index + 1) }));
  return (
    <StoredList
      title={t`Rescued files`}
      note={t`Left when this browser had deleted the studio's database. Their names are lost.`}
      items={named}
      actions={({ id, name }) => (
        <>
          {isVideo(id) ? (
            <IconButton
              label={t`Download ${name}`}
              onClick={() =>
                act(t`${name} downloaded`, async () => download(new File([await disk.rescued(id)], `${name}.mp4`)))
              }
            >
              <Download aria-hidden className="size-4.5" />
            </IconButton>
          ) : (
            <IconButton
              label={t`Add ${name} to the media`}
              onClick={() => act(t`${name} added`, () => disk.importRescued(id, name))}
            >
              <ImagePlus aria-hidden className="size-4.5" />
            </IconButton>
          )}
          <Confirm
            title={t`Delete ${name}?`}
            text={t`It is deleted for good.`}
            confirmLabel={t`Delete for good`}
            onConfirm={() => act(t`${name} deleted`, () => disk.removeRescued(id))}
          >
            <IconButton label={t`Delete ${name}`}>
              <Trash2 aria-hidden className="size-4.5" />
            </IconButton>
          </Confirm>
        </>
      )}
    />
  );
}

/** Only finished videos have kept the end of their name. */
function isVideo(file: string): boolean {
  return file.endsWith('.mp4');
}

function rescuedName(file: string, number: number): string {
  return `${isVideo(file) ? t`Finished video` : t`File`} ${number}`;
}
