import { Folders, LayoutGrid, List, Search, Star } from 'lucide-react';
import { ASSET_ORDERS, type AssetOrder } from '#core/library/sort-assets.ts';
import type { MediaKind } from '#core/media/asset.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { t } from '../words/words.ts';
import type { LibraryLayout } from './asset-tile.tsx';
import { Choice } from './choice.tsx';
import { FolderOptions } from './filing-fields.tsx';
import type { LibraryView } from './use-library.ts';

const KINDS: readonly { readonly value: MediaKind | 'all'; readonly label: string }[] = [
  { value: 'all', label: t`All types` },
  { value: 'video', label: t`Videos` },
  { value: 'image', label: t`Pictures` },
  { value: 'audio', label: t`Sound` },
];

/** Each order in the direction that one means by it. */
const ORDERS: Record<AssetOrder, { readonly label: string; readonly descending: boolean }> = {
  date: { label: t`Newest first`, descending: true },
  name: { label: t`Name`, descending: false },
  size: { label: t`Largest first`, descending: true },
  duration: { label: t`Longest first`, descending: true },
  type: { label: t`Type`, descending: false },
};

interface LibraryToolsProps {
  readonly library: LibraryView;
  readonly layout: LibraryLayout;
  readonly onLayout: (layout: LibraryLayout) => void;
  readonly onFolders: () => void;
}

/** What is shown, and how. */
export function LibraryTools({ library, layout, onLayout, onFolders }: LibraryToolsProps) {
  const { query, sorting, folders, tags, narrow, sort } = library;
  return (
    <search className="flex flex-wrap items-center gap-2">
      <label className="flex h-9 min-w-48 flex-1 items-center gap-2 rounded-control border border-line bg-surface-2 px-3 max-lg:h-11 max-lg:min-w-0">
        <Search aria-hidden className="size-4 shrink-0 text-text-muted" />
        <input
          type="search"
          aria-label={t`Search by name or tag`}
          placeholder={t`Search by name or tag`}
          value={query.text}
          onChange={(event) => narrow({ text: event.currentTarget.value })}
          className="w-full min-w-0 bg-transparent placeholder:text-text-muted"
        />
      </label>
      <div className="flex gap-2 max-lg:order-last max-lg:basis-full">
        <Choice
          label={t`Type`}
          value={query.kinds[0] ?? 'all'}
          onChoose={(value) =>
            narrow({
              kinds: KINDS.flatMap((kind) => (kind.value === value && kind.value !== 'all' ? [kind.value] : [])),
            })
          }
        >
          {KINDS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Choice>
        {tags.length > 0 && (
          <Choice
            label={t`Tag`}
            value={query.tags[0] ?? ''}
            onChoose={(tag) => narrow({ tags: tag === '' ? [] : [tag] })}
          >
            <option value="">{t`All tags`}</option>
            {tags.map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </Choice>
        )}
        {folders.length > 0 && (
          <Choice
            label={t`Folder`}
            value={query.folderId ?? ''}
            onChoose={(id) => narrow({ folderId: id === '' ? null : id })}
          >
            <option value="">{t`All folders`}</option>
            <FolderOptions nodes={folders} />
          </Choice>
        )}
        <Choice
          label={t`Order`}
          value={sorting.by}
          onChoose={(value) => {
            const by = ASSET_ORDERS.find((order) => order === value);
            if (by) sort({ by, descending: ORDERS[by].descending });
          }}
        >
          {ASSET_ORDERS.map((by) => (
            <option key={by} value={by}>
              {ORDERS[by].label}
            </option>
          ))}
        </Choice>
      </div>
      <IconButton label={t`Folders`} onClick={onFolders}>
        <Folders aria-hidden className="size-4.5" />
      </IconButton>
      <IconButton
        label={t`Favourites only`}
        aria-pressed={query.favouritesOnly}
        onClick={() => narrow({ favouritesOnly: !query.favouritesOnly })}
      >
        <Star aria-hidden className={query.favouritesOnly ? 'size-4.5 fill-current text-text' : 'size-4.5'} />
      </IconButton>
      <IconButton
        label={layout === 'grid' ? t`Show as a list` : 'Show as a grid'}
        onClick={() => onLayout(layout === 'grid' ? 'list' : 'grid')}
      >
        {layout === 'grid' ? (
          <List aria-hidden className="size-4.5" />
        ) : (
          <LayoutGrid aria-hidden className="size-4.5" />
        )}
      </IconButton>
    </search>
  );
}
