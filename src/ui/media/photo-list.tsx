import { Film, ImagePlus, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import { moveItem } from '#core/project/edit-items.ts';
import { countMedia, type MediaItem } from '#core/project/project.ts';
import { classNames } from '../parts/class-names.ts';
import { useEditor, useProject, useView } from '../state/editor.tsx';
import { useItemEdits } from '../state/item-edits.ts';
import { useAsset, useThumbnail } from '../state/media.ts';
import { useSelectItem } from '../state/selection.ts';
import { formatTrackLength } from '../view/format.ts';
import { t } from '../words/words.ts';
import { usePickFiles } from './file-picking.tsx';
import { useReorder } from './photo-reorder.ts';

/** The photos and clips in the order in which they appear: drag or Alt with arrows to reorder. */
export function PhotoList() {
  const { history, imports } = useEditor();
  const pickFiles = usePickFiles();
  const photos = useProject((project) => project.items);
  const importing = useStore(imports.state, (state) => state.files);
  const { move } = useItemEdits();
  const reorder = useReorder(
    photos.map((photo) => photo.id),
    move,
  );
  const shown = reorder.drag
    ? moveItem(history.current.getState().project, reorder.drag.id, reorder.drag.over).items
    : photos;
  const full = countMedia(photos) >= DEFAULT_LIMITS.items;
  return (
    <>
      <p id="photo-keys" className="sr-only">
        {t`Alt with arrow keys moves a photo or clip, Delete removes it.`}
      </p>
      <ul aria-label={t`Photos and clips`} className="grid grid-cols-3 gap-2 max-lg:grid-cols-4">
        {shown.map((photo, index) => (
          <PhotoTile
            key={photo.id}
            photo={photo}
            index={index}
            count={photos.length}
            lifted={reorder.drag?.id === photo.id}
            onPointerDown={reorder.onPointerDown}
          />
        ))}
        {importing.slice(0, Math.max(0, DEFAULT_LIMITS.items - countMedia(photos))).map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
          <li key={`${name}-${index}`} aria-hidden className="skeleton aspect-[4/5] rounded-thumb" />
        ))}
        {!full && importing.length === 0 && (
          <li>
            <button
              type="button"
              aria-label={t`Add photos and clips`}
              onClick={() => pickFiles('any')}
              className="flex aspect-[4/5] w-full flex-col items-center justify-center gap-1.5 rounded-thumb border border-dashed border-line-strong text-small text-text-muted transition-colors duration-150 ease-out hover:border-text-muted hover:text-text"
            >
              <ImagePlus aria-hidden className="size-5" />
              {t`Add`}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}

interface PhotoTileProps {
  readonly photo: MediaItem;
  readonly index: number;
  readonly count: number;
  readonly lifted: boolean;
  readonly onPointerDown: (event: React.PointerEvent<HTMLElement>) => void;
}

function PhotoTile({ photo, index, count, lifted, onPointerDown }: PhotoTileProps) {
  const edits = useItemEdits();
  const asset = useAsset(photo.assetId);
  const thumbnail = useThumbnail(photo.assetId);
  const selected = useView((view) => view.selectedItem === photo.id);
  const selectItem = useSelectItem();
  const name = asset?.name ?? t`file`;
  const remove = () => edits.remove(photo.id, name);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    if (step !== undefined) edits.move(photo.id, index + step);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else return;
    event.preventDefault();
  };
  return (
    <li
      data-reorder-id={photo.id}
      onPointerDown={onPointerDown}
      className={classNames('group relative touch-manipulation', lifted && 'z-10 scale-105 opacity-80')}
    >
      <button
        type="button"
        aria-label={
          asset?.facts.kind === 'video'
            ? t`Clip ${index + 1} of ${count}, ${name}`
            : t`Photo ${index + 1} of ${count}, ${name}`
        }
        aria-pressed={selected}
        aria-describedby="photo-keys"
        title={name}
        onClick={() => selectItem(photo.id)}
        onKeyDown={onKeyDown}
        className={classNames(
          'block aspect-[4/5] w-full overflow-hidden rounded-thumb bg-surface-3 select-none',
          selected && 'ring-2 ring-gold ring-offset-2 ring-offset-surface-1',
        )}
      >
        {thumbnail ? (
          <img
            src={thumbnail}
            alt=""
            draggable={false}
            className="size-full animate-fade object-cover"
            style={focusStyle(photo)}
          />
        ) : (
          <span className="skeleton block size-full" />
        )}
        <span className="absolute bottom-1 start-1 min-w-5 rounded-[4px] bg-ink/80 px-1 text-center text-small tabular-nums">
          {index + 1}
        </span>
        {asset?.facts.kind === 'video' && (
          <span className="absolute end-1 bottom-1 flex items-center gap-1 rounded-[4px] bg-ink/80 px-1 text-[11px] tabular-nums">
            <Film aria-hidden className="size-3" />
            {formatTrackLength(asset.facts.durationSeconds)}
          </span>
        )}
      </button>
      <button
        type="button"
        aria-label={t`Remove ${name}`}
        onClick={remove}
        className="absolute top-1 end-1 flex size-6 items-center justify-center rounded-full bg-ink/80 text-text opacity-0 transition-opacity duration-150 ease-out group-hover:opacity-100 focus-visible:opacity-100 max-lg:hidden"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </li>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

function focusStyle(photo: MediaItem) {
  return { objectPosition: `${photo.focus.x * 100}% ${photo.focus.y * 100}%` };
}
