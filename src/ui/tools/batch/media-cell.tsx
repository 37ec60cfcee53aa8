import { ImagePlus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type BatchFile, MEDIA_SEPARATOR, mediaNames } from '#core/batch/batch-row.ts';
import { classNames } from '../../parts/class-names.ts';
import { Hint } from '../../parts/icon-button.tsx';
import { MENU, MENU_ITEM } from '../../parts/menu-look.ts';
import { t } from '../../words/words.ts';
import { borderOf, CELL_LOOK, CellLabel, type CellProps } from './cells.tsx';

/** Names of photos and clips: typed, or ticked among the files that are there. */
export function MediaCell({ files, ...cell }: CellProps & { readonly files: readonly BatchFile[] }) {
  const { id, rowName, value, isWrong, describedBy, onChange } = cell;
  const pictures = files.filter(({ kind }) => kind !== 'audio');
  const named = mediaNames(value);
  const toggle = (name: string) => {
    const names = named.includes(name) ? named.filter((one) => one !== name) : [...named, name];
    onChange(names.join(MEDIA_SEPARATOR));
  };
  return (
    <div className="min-w-0">
      <CellLabel {...cell} />
      <div className="flex gap-1">
        <input
          id={id}
          type="text"
          dir="auto"
          value={value}
          placeholder={`a.jpg${MEDIA_SEPARATOR}b.jpg`}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={classNames(CELL_LOOK, borderOf(isWrong))}
        />
        {pictures.length > 0 && (
          <DropdownMenu.Root>
            <Hint text={t`Choose photos and clips of ${rowName}`}>
              <DropdownMenu.Trigger
                aria-label={t`Choose photos and clips of ${rowName}`}
                className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-text-muted transition-colors duration-150 ease-out hover:bg-surface-3 hover:text-text max-lg:size-11"
              >
                <ImagePlus aria-hidden className="size-4" />
              </DropdownMenu.Trigger>
            </Hint>
            <DropdownMenu.Portal>
              <DropdownMenu.Content
                sideOffset={4}
                collisionPadding={8}
                className={`${MENU} max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto`}
              >
                {pictures.map(({ name }) => (
                  <DropdownMenu.CheckboxItem
                    key={name}
                    checked={named.includes(name)}
                    onCheckedChange={() => toggle(name)}
                    onSelect={(event) => event.preventDefault()}
                    className={MENU_ITEM}
                  >
                    <span className="w-5 shrink-0 text-center text-small text-gold tabular-nums">
                      {named.includes(name) ? named.indexOf(name) + 1 : ''}
                    </span>
                    <span className="max-w-60 flex-1 truncate">{name}</span>
                  </DropdownMenu.CheckboxItem>
                ))}
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        )}
      </div>
    </div>
  );
}
