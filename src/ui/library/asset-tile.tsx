import { Check, Star } from 'lucide-react';
import { memo } from 'react';
import type { ShelvedAsset } from '#core/library/find-assets.ts';
import { durationOf } from '#core/library/sort-assets.ts';
import { classNames } from '../parts/class-names.ts';
import { formatBytes, formatTrackLength } from '../view/format.ts';
import { t } from '../words/words.ts';
import { KIND_WORDS } from './fact-words.ts';
import { TilePicture } from './tile-picture.tsx';

export type LibraryLayout = 'grid' | 'list';

interface AssetTileProps {
  readonly entry: ShelvedAsset;
  readonly layout: LibraryLayout;
  readonly isChosen: boolean;
  readonly hasCursor: boolean;
  /** Where in a clip the keyboard has gone, 0 to 1; null where it has not. */
  readonly scrubbedTo: number | null;
  /** Whether the keyboard is here. */
  readonly isAttended: boolean;
}

/** What an asset looks like in the library. Its frame, which is clicked, belongs to the list. */
export const AssetTile = memo(function AssetTile({
  entry,
  layout,
  isChosen,
  hasCursor,
  scrubbedTo,
  isAttended,
}: AssetTileProps) {
  const { asset, filing } = entry;
  const length = durationOf(asset);
  const detail = [KIND_WORDS[asset.facts.kind], length === null ? null : formatTrackLength(length)];
  const words = detail.filter((word) => word !== null).join(' · ');
  return (
    <div
      className={classNames(
        'flex h-full overflow-hidden rounded-control border bg-surface-2 transition-colors duration-150 ease-out',
        layout === 'grid' ? 'flex-col' : 'items-center gap-3 pe-3',
        isChosen ? 'border-gold' : 'border-line hover:border-line-strong',
        hasCursor &&
          'group-focus-visible/list:outline-2 group-focus-visible/list:outline-offset-2 group-focus-visible/list:outline-gold',
      )}
    >
      <div className={classNames('relative shrink-0', layout === 'grid' ? 'h-28 w-full' : 'h-full w-16')}>
        <TilePicture asset={asset} scrubbedTo={scrubbedTo} isAttended={isAttended} />
        <span
          aria-hidden
          data-toggle
          className={classNames(
            'absolute top-1.5 start-1.5 flex size-5 items-center justify-center rounded-thumb border',
            isChosen ? 'border-gold bg-gold text-gold-ink' : 'border-line-strong bg-ink/70 text-transparent',
          )}
        >
          <Check className="size-3.5" />
        </span>
      </div>
      <div className={classNames('min-w-0 flex-1', layout === 'grid' && 'px-2.5 py-2')}>
        <p className="flex items-center gap-1.5">
          <span className="truncate" title={asset.name}>
            {asset.name}
          </span>
          {filing.isFavourite && (
            <Star role="img" aria-label={t`Favourite`} className="size-3.5 shrink-0 fill-current" />
          )}
        </p>
        <p className="truncate text-small text-text-muted tabular-nums">
          {layout === 'grid' ? words : [words, ...filing.tags].join(' · ')}
        </p>
      </div>
      {layout === 'list' && (
        <span className="shrink-0 text-small text-text-muted tabular-nums">{formatBytes(asset.bytes)}</span>
      )}
    </div>
  );
});
