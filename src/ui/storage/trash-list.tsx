import { Trash2, Undo2 } from 'lucide-react';
import { type TrashedItem, totalBytes } from '#core/disk/storage-usage.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { sizeOf, trashDetail } from './storage-words.ts';
import { StoredList } from './stored-list.tsx';
import type { UsageActions } from './use-usage.ts';

/** What was deleted and can be brought back. */
export function TrashList({ items, act }: { items: readonly TrashedItem[]; act: UsageActions['act'] }) {
  const { disk } = useEditor().studio;
  const things = items.length === 1 ? t`1 thing` : t`${items.length} things`;
  const empty = (
    <Confirm
      title={t`Empty the trash?`}
      text={t`${things} will be deleted for good. This frees ${sizeOf(totalBytes(items))}.`}
      confirmLabel={t`Delete for good`}
      onConfirm={() => act(t`Trash emptied`, () => disk.erase(items.map(({ id }) => id)))}
    >
      <Button size="small">{t`Empty trash`}</Button>
    </Confirm>
  );
  return (
    <StoredList
      title={t`Trash`}
      note={t`What you deleted. It can be brought back until it is deleted for good.`}
      items={items}
      action={empty}
      detail={(item) => trashDetail(item, Date.now())}
      actions={({ id, name }) => (
        <>
          <IconButton label={t`Bring ${name} back`} onClick={() => act(t`${name} is back`, () => disk.restore(id))}>
            <Undo2 aria-hidden className="size-4.5" />
          </IconButton>
          <Confirm
            title={t`Delete ${name} for good?`}
            text={t`It cannot be brought back.`}
            confirmLabel={t`Delete for good`}
            onConfirm={() => act(t`${name} deleted for good`, () => disk.erase([id]))}
          >
            <IconButton label={t`Delete ${name} for good`}>
              <Trash2 aria-hidden className="size-4.5" />
            </IconButton>
          </Confirm>
        </>
      )}
    />
  );
}
