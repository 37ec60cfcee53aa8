import { Trash2, Undo2 } from 'lucide-react';
import { type TrashedItem, totalBytes } from '#core/disk/storage-usage.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useEditor } from '../state/editor.tsx';
import { counted, sizeOf, trashDetail } from './storage-words.ts';
import { StoredList } from './stored-list.tsx';
import type { UsageActions } from './use-usage.ts';

/** What was deleted and can be brought back. */
export function TrashList({ items, act }: { items: readonly TrashedItem[]; act: UsageActions['act'] }) {
  const { disk } = useEditor().studio;
  const things = counted(items.length, 'thing', 'things');
  const empty = (
    <Confirm
      title="Empty the trash?"
      text={`${things} will be deleted for good. This frees ${sizeOf(totalBytes(items))}.`}
      confirmLabel="Delete for good"
      onConfirm={() => act('Trash emptied', () => disk.erase(items.map(({ id }) => id)))}
    >
      <Button size="small">Empty trash</Button>
    </Confirm>
  );
  return (
    <StoredList
      title="Trash"
      note="What you deleted. It can be brought back until it is deleted for good."
      items={items}
      action={empty}
      detail={(item) => trashDetail(item, Date.now())}
      actions={({ id, name }) => (
        <>
          <IconButton label={`Bring ${name} back`} onClick={() => act(`${name} is back`, () => disk.restore(id))}>
            <Undo2 aria-hidden className="size-4.5" />
          </IconButton>
          <Confirm
            title={`Delete ${name} for good?`}
            text="It cannot be brought back."
            confirmLabel="Delete for good"
            onConfirm={() => act(`${name} deleted for good`, () => disk.erase([id]))}
          >
            <IconButton label={`Delete ${name} for good`}>
              <Trash2 aria-hidden className="size-4.5" />
            </IconButton>
          </Confirm>
        </>
      )}
    />
  );
}
