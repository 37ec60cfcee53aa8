import type { LucideIcon } from 'lucide-react';
import { ArrowLeftToLine, ArrowRightToLine, Check, Ellipsis, Merge, StepBack, StepForward, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { classNames } from '../parts/class-names.ts';
import { MENU, MENU_ITEM } from '../parts/menu-look.ts';

export interface CueActions {
  earlier(): void;
  later(): void;
  allEarlier(): void;
  allLater(): void;
  beginHere(): void;
  endHere(): void;
  merge(): void;
  confirm(): void;
  remove(): void;
}

const ITEMS: readonly { readonly name: keyof CueActions; readonly label: string; readonly icon: LucideIcon }[] = [
  { name: 'earlier', label: '0.1 s earlier', icon: StepBack },
  { name: 'later', label: '0.1 s later', icon: StepForward },
  { name: 'allEarlier', label: 'This and all after it 0.1 s earlier', icon: StepBack },
  { name: 'allLater', label: 'This and all after it 0.1 s later', icon: StepForward },
  { name: 'beginHere', label: 'Begin at the playhead', icon: ArrowLeftToLine },
  { name: 'endHere', label: 'End at the playhead', icon: ArrowRightToLine },
  { name: 'merge', label: 'Merge with the next', icon: Merge },
  { name: 'confirm', label: 'Mark words as right', icon: Check },
  { name: 'remove', label: 'Delete', icon: Trash2 },
];

interface CueMenuProps {
  readonly label: string;
  readonly tabbable: boolean;
  /** Whether a recogniser was unsure of a word. */
  readonly doubtful: boolean;
  readonly isLast: boolean;
  readonly actions: CueActions;
}

/** What can be done with a caption, beside its words. */
export function CueMenu({ label, tabbable, doubtful, isLast, actions }: CueMenuProps) {
  const shown = ITEMS.filter(({ name }) => (name !== 'confirm' || doubtful) && (name !== 'merge' || !isLast));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          tabIndex={tabbable ? 0 : -1}
          className="flex size-8 shrink-0 items-center justify-center rounded-control text-text-muted transition-colors duration-150 ease-out -outline-offset-2 hover:bg-surface-3 hover:text-text max-lg:size-11"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={MENU}>
          {shown.map(({ name, label: text, icon: Icon }) => (
            <DropdownMenu.Item
              key={name}
              onSelect={() => actions[name]()}
              className={classNames(MENU_ITEM, name === 'remove' && 'text-danger')}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              {text}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
