import type { LucideIcon } from 'lucide-react';
import {
  ArrowLeftToLine,
  ArrowRightToLine,
  Check,
  ChevronRight,
  Ellipsis,
  Merge,
  MoveVertical,
  StepBack,
  StepForward,
  Trash2,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { CaptionSpeaker } from '#core/captions/speakers.ts';
import type { Anchor } from '#core/captions/transcript.ts';
import { classNames } from '../parts/class-names.ts';
import { MENU, MENU_ITEM, SUB_MENU } from '../parts/menu-look.ts';
import { t } from '../words/words.ts';
import { SpeakerMenu } from './speaker-menu.tsx';

export interface CueActions {
  earlier(): void;
  later(): void;
  allEarlier(): void;
  allLater(): void;
  beginHere(): void;
  endHere(): void;
  merge(): void;
  confirm(): void;
  /** Null leaves it to the look. */
  place(anchor: Anchor | null): void;
  /** Null for nobody. */
  speak(name: string | null): void;
  addSpeaker(): void;
  remove(): void;
}

const ITEMS: readonly {
  readonly name: Exclude<keyof CueActions, 'place' | 'speak' | 'addSpeaker'>;
  readonly label: string;
  readonly icon: LucideIcon;
}[] = [
  { name: 'earlier', label: t`0.1 s earlier`, icon: StepBack },
  { name: 'later', label: t`0.1 s later`, icon: StepForward },
  { name: 'allEarlier', label: t`This and all after it 0.1 s earlier`, icon: StepBack },
  { name: 'allLater', label: t`This and all after it 0.1 s later`, icon: StepForward },
  { name: 'beginHere', label: t`Begin at the playhead`, icon: ArrowLeftToLine },
  { name: 'endHere', label: t`End at the playhead`, icon: ArrowRightToLine },
  { name: 'merge', label: t`Merge with the next`, icon: Merge },
  { name: 'confirm', label: t`Mark words as right`, icon: Check },
  { name: 'remove', label: t`Delete`, icon: Trash2 },
];

const PLACES: readonly { readonly anchor: Anchor | null; readonly label: string }[] = [
  { anchor: null, label: t`As the look says` },
  { anchor: 8, label: t`Top` },
  { anchor: 5, label: t`Middle` },
  { anchor: 2, label: t`Bottom` },
];

/** A phone may be lower than the menu is high. */
const LONG_MENU = 'max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto';

interface CueMenuProps {
  readonly label: string;
  readonly tabbable: boolean;
  /** Where the caption stands by itself; null where the look decides. */
  readonly anchor: Anchor | null;
  readonly speaker: string | null;
  readonly speakers: readonly CaptionSpeaker[];
  /** Whether a recogniser was unsure of a word. */
  readonly doubtful: boolean;
  readonly isLast: boolean;
  readonly actions: CueActions;
}

/** What can be done with a caption, beside its words. */
export function CueMenu(props: CueMenuProps) {
  const { label, tabbable, anchor, speaker, speakers, doubtful, isLast, actions } = props;
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
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={classNames(MENU, LONG_MENU)}>
          <SpeakerMenu speaker={speaker} speakers={speakers} onChoose={actions.speak} onAdd={actions.addSpeaker} />
          <PlaceMenu anchor={anchor} onPlace={actions.place} />
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

/** Where this caption alone stands. */
function PlaceMenu({ anchor, onPlace }: { anchor: Anchor | null; onPlace: CueActions['place'] }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={MENU_ITEM}>
        <MoveVertical aria-hidden className="size-4 shrink-0" />
        <span className="flex-1">{t`Place`}</span>
        <ChevronRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent sideOffset={4} collisionPadding={8} className={SUB_MENU}>
          <DropdownMenu.RadioGroup value={String(anchor)}>
            {PLACES.map(({ anchor: place, label }) => (
              <DropdownMenu.RadioItem
                key={label}
                value={String(place)}
                onSelect={() => onPlace(place)}
                className={MENU_ITEM}
              >
                <span className="flex-1">{label}</span>
                <DropdownMenu.ItemIndicator>
                  <Check aria-hidden className="size-4" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
