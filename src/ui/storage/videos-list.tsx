import { Trash2, X } from 'lucide-react';
import type { StoredItem } from '#core/disk/storage-usage.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { sizeOf } from './storage-words.ts';
import { StoredList } from './stored-list.tsx';
import type { UsageActions } from './use-usage.ts';

interface ListProps {
  readonly items: readonly StoredItem[];
  readonly act: UsageActions['act'];
}

export function VideosList({ items, act }: ListProps) {
  const { exports } = useEditor().studio;
  return (
    <StoredList
      title={t`Finished videos`}
      note={t`Kept until you delete them. Deleting puts them into the trash.`}
      items={items}
      actions={({ id, name }) => (
        <IconButton
          label={t`Delete the video ${name}`}
          onClick={() => act(t`${name} is in the trash`, () => exports.remove(id))}
        >
          <Trash2 aria-hidden className="size-4.5" />
        </IconButton>
      )}
    />
  );
}

/** What is kept of exports that are not finished: they go on from it. */
export function UnfinishedList({ items, act }: ListProps) {
  const { exports } = useEditor().studio;
  return (
    <StoredList
      title={t`Unfinished exports`}
      note={t`What is done of them. It goes by itself once the video is finished.`}
      items={items}
      actions={({ id, name }) => (
        <Confirm
          title={t`Cancel the export of ${name}?`}
          text={t`What is done of it is deleted. The project stays as it is.`}
          confirmLabel={t`Cancel the export`}
          onConfirm={() => act(t`Export cancelled`, () => exports.cancel(id))}
        >
          <IconButton label={t`Cancel the export of ${name}`}>
            <X aria-hidden className="size-4.5" />
          </IconButton>
        </Confirm>
      )}
    />
  );
}

/** What can be found out again. */
export function AnalysesRow({ bytes, act }: { bytes: number; act: UsageActions['act'] }) {
  const { disk } = useEditor().studio;
  if (bytes === 0) return null;
  return (
    <section
      aria-label={t`Analyses`}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-surface-2 p-4"
    >
      <div className="min-w-0 flex-1 basis-52">
        <h2 className="flex items-baseline gap-2 text-large font-semibold">
          {t`Analyses`}
          <span className="text-small font-normal text-text-muted tabular-nums">{sizeOf(bytes)}</span>
        </h2>
        <p className="text-small text-text-muted">
          {t`Beats of music and the best parts of clips: found again when needed.`}
        </p>
      </div>
      <Button size="small" onClick={() => act(t`Analyses cleared`, () => disk.forgetAnalyses())}>
        {t`Clear analyses`}
      </Button>
    </section>
  );
}
