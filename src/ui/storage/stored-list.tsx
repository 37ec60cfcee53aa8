import { type ReactNode, useState } from 'react';
import type { StoredItem } from '#core/disk/storage-usage.ts';
import { totalBytes } from '#core/disk/storage-usage.ts';
import { Button } from '../parts/button.tsx';
import { t } from '../words/words.ts';
import { sizeOf } from './storage-words.ts';

interface StoredListProps<Item extends StoredItem> {
  readonly title: string;
  /** What these things are, and what may be done with them. */
  readonly note: string;
  readonly items: readonly Item[];
  /** Said in place of the sum of the items' sizes. */
  readonly total?: string;
  /** Beside the title: for all of them. */
  readonly action?: ReactNode;
  readonly detail?: (item: Item) => string;
  readonly actions: (item: Item) => ReactNode;
}

/** The largest come first: these are looked for. */
const SHOWN_AT_FIRST = 5;

/** One kind of stored things: nothing at all where there is none. */
export function StoredList<Item extends StoredItem>(props: StoredListProps<Item>) {
  const { title, note, items, total, action, detail, actions } = props;
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-label={title} className="rounded-card border border-line bg-surface-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 pb-3">
        <div className="min-w-0 flex-1 basis-52">
          <h2 className="flex items-baseline gap-2 text-large font-semibold">
            {title}
            <span className="text-small font-normal text-text-muted tabular-nums">
              {total ?? sizeOf(totalBytes(items))}
            </span>
          </h2>
          <p className="text-small text-text-muted">{note}</p>
        </div>
        {action}
      </div>
      <ul className="border-t border-line">
        {shown.map((item) => (
          <li
            key={item.id}
            className="flex min-h-13 items-center gap-3 border-b border-line py-1.5 pe-2 ps-4 last:border-b-0"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate" title={item.name}>
                {item.name}
              </span>
              {detail && <span className="block text-small text-text-muted">{detail(item)}</span>}
            </span>
            {item.bytes > 0 && (
              <span className="shrink-0 text-small text-text-muted tabular-nums">{sizeOf(item.bytes)}</span>
            )}
            <span className="flex min-w-9 shrink-0 items-center justify-end max-lg:min-w-11">{actions(item)}</span>
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <div className="border-t border-line p-2">
          <Button tone="bare" size="small" className="w-full" onClick={() => setAll(true)}>
            {t`Show all ${items.length}`}
          </Button>
        </div>
      )}
    </section>
  );
}
