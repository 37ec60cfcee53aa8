import { Trash2 } from 'lucide-react';
import { type StoredMedia, totalBytes } from '#core/disk/storage-usage.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { mediaDetail, sizeOf } from './storage-words.ts';
import { StoredList } from './stored-list.tsx';
import type { UsageActions } from './use-usage.ts';

/** Copies of the person's own files: the originals are where they were, so these go without a trash. */
export function MediaList({ items, act }: { items: readonly StoredMedia[]; act: UsageActions['act'] }) {
  const { disk, assets } = useEditor().studio;
  const unused = items.filter(({ usedIn }) => usedIn.length === 0);
  const files = unused.length === 1 ? t`1 file` : t`${unused.length} files`;
  const deleteUnused = (
    <Confirm
      title={t`Delete ${files} that no project uses?`}
      text={t`This frees ${sizeOf(totalBytes(unused))}. Your own files on this device are not touched: these are copies.`}
      confirmLabel={t`Delete for good`}
      onConfirm={() => act(t`${files} deleted`, () => disk.removeUnusedMedia())}
    >
      <Button size="small">{t`Delete unused (${sizeOf(totalBytes(unused))})`}</Button>
    </Confirm>
  );
  return (
    <StoredList
      title={t`Media`}
      note={t`Copies of the photos, clips and songs that you added. What a project uses cannot be deleted.`}
      items={items}
      action={unused.length > 0 && deleteUnused}
      detail={mediaDetail}
      actions={({ id, name, usedIn }) =>
        usedIn.length === 0 && (
          <Confirm
            title={t`Delete ${name}?`}
            text={t`The copy in this browser is deleted for good. Your own file is not touched.`}
            confirmLabel={t`Delete for good`}
            onConfirm={() => act(t`${name} deleted`, () => assets.remove(id))}
          >
            <IconButton label={t`Delete the file ${name}`}>
              <Trash2 aria-hidden className="size-4.5" />
            </IconButton>
          </Confirm>
        )
      }
    />
  );
}
