import { type KeyboardEvent, type MouseEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import type { ShelvedAsset } from '#core/library/find-assets.ts';
import {
  chooseAll,
  chooseNone,
  chooseOnly,
  extendTo,
  type Selection,
  stepFrom,
  toggle,
} from '#core/library/selection.ts';
import { t } from '../words/words.ts';
import { AssetTile, type LibraryLayout } from './asset-tile.tsx';
import { useScrubKeys } from './use-scrub-keys.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import { columnsIn } from './visible-rows.ts';

/** In pixels: a row's with the gap below it. */
const ROW_HEIGHTS: Record<LibraryLayout, number> = { grid: 184, list: 64 };
const GAP = 12;
const LEAST_TILE_WIDTH = 156;

interface AssetListProps {
  readonly entries: readonly ShelvedAsset[];
  readonly layout: LibraryLayout;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (assetId: string) => void;
  readonly onDiscard: () => void;
}

/** Thousands of assets, of which those in sight are there. One stop for the keyboard; the arrows go on from there. */
export function AssetList({ entries, layout, selection, onSelect, onOpen, onDiscard }: AssetListProps) {
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const order = useMemo(() => entries.map(({ asset }) => asset.id), [entries]);
  const height = ROW_HEIGHTS[layout];
  const columnsOf = useCallback(
    (width: number) => (layout === 'list' ? 1 : columnsIn(width, LEAST_TILE_WIDTH, GAP)),
    [layout],
  );
  const rowsOf = useCallback(
    (width: number) => ({ height, count: Math.ceil(order.length / columnsOf(width)) }),
    [height, order.length, columnsOf],
  );
  const { first, end, width } = useVisibleRows(list, rowsOf);
  const columns = columnsOf(width);
  const idOf = (assetId: string) => `${listId}-${assetId}`;
  const from = first * columns;
  const drawn = entries.slice(from, end * columns);

  /** The row of an entry comes into sight before it is drawn: its place is known. */
  const reveal = (assetId: string) => {
    const page = list.current?.closest('main');
    if (!list.current || !page) return;
    const top = list.current.getBoundingClientRect().top + Math.floor(order.indexOf(assetId) / columns) * height;
    const { top: pageTop, bottom: pageBottom } = page.getBoundingClientRect();
    if (top < pageTop) page.scrollBy({ top: top - pageTop - GAP });
    else if (top + height > pageBottom) page.scrollBy({ top: top + height - pageBottom + GAP });
  };

  const [isAttended, setAttended] = useState(false);
  const { scrubbedTo, scrub } = useScrubKeys(entries, selection.cursor);

  const choose = (assetId: string, how: { readonly extend: boolean; readonly add: boolean }) => {
    if (how.extend) onSelect(extendTo(selection, assetId, order));
    else onSelect(how.add ? toggle(selection, assetId) : chooseOnly(assetId));
  };

  const onClick = (event: MouseEvent, assetId: string) => {
    const { nativeEvent } = event;
    const touched = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
    const onBox = event.target instanceof Element && event.target.closest('[data-toggle]') !== null;
    choose(assetId, { extend: event.shiftKey, add: touched || onBox || event.ctrlKey || event.metaKey });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, number>> = {
      ArrowRight: layout === 'list' ? 0 : 1,
      ArrowLeft: layout === 'list' ? 0 : -1,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const by = steps[event.key];
    const { cursor } = selection;
    if (by !== undefined) {
      const next = stepFrom(selection, by, order);
      if (next === null) return;
      choose(next, { extend: event.shiftKey, add: false });
      reveal(next);
    } else if (event.key === ' ' && cursor !== null) choose(cursor, { extend: event.shiftKey, add: true });
    else if (event.key === 'Enter' && cursor !== null) onOpen(cursor);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect(chooseAll(selection, order));
    else if (event.key === 'Escape') onSelect(chooseNone(selection));
    else if (event.key === ',' || event.key === '.') scrub(event.key === '.' ? 1 : -1);
    else if (event.key === 'Delete' && selection.chosen.size > 0) onDiscard();
    else return;
    event.preventDefault();
  };

  const isDrawn = (id: string) => drawn.some(({ asset }) => asset.id === id);
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={t`Media`}
      aria-multiselectable
      aria-activedescendant={
        selection.cursor !== null && isDrawn(selection.cursor) ? idOf(selection.cursor) : undefined
      }
      onKeyDown={onKeyDown}
      onFocus={({ currentTarget }) => setAttended(currentTarget.matches(':focus-visible'))}
      onBlur={() => setAttended(false)}
      className="group/list relative outline-none! shadow-none! select-none"
      style={{ height: Math.ceil(order.length / columns) * height }}
    >
      {drawn.map((entry, index) => {
        const { id } = entry.asset;
        const place = from + index;
        const isChosen = selection.chosen.has(id);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's, which has the focus.
          <div
            key={id}
            id={idOf(id)}
            role="option"
            tabIndex={-1}
            aria-selected={isChosen}
            aria-setsize={order.length}
            aria-posinset={place + 1}
            onClick={(event) => onClick(event, id)}
            onDoubleClick={() => onOpen(id)}
            className="absolute cursor-default"
            style={{
              top: Math.floor(place / columns) * height,
              left: `calc((100% + ${GAP}px) / ${columns} * ${place % columns})`,
              width: `calc((100% + ${GAP}px) / ${columns} - ${GAP}px)`,
              height: height - GAP,
            }}
          >
            <AssetTile
              entry={entry}
              layout={layout}
              isChosen={isChosen}
              hasCursor={selection.cursor === id}
              scrubbedTo={selection.cursor === id ? scrubbedTo : null}
              isAttended={isAttended && selection.cursor === id}
            />
          </div>
        );
      })}
    </div>
  );
}
