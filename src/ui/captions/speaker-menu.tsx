import { Check, ChevronRight, UserRound, UserRoundPlus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { CaptionSpeaker } from '#core/captions/speakers.ts';
import { classNames } from '../parts/class-names.ts';
import { MENU_ITEM, SUB_MENU } from '../parts/menu-look.ts';
import { t } from '../words/words.ts';

/** No name is as short. */
const NOBODY = '';

interface SpeakerMenuProps {
  readonly speaker: string | null;
  readonly speakers: readonly CaptionSpeaker[];
  /** Null takes the speaker away. */
  readonly onChoose: (name: string | null) => void;
  readonly onAdd: () => void;
}

/** Who says this caption. */
export function SpeakerMenu({ speaker, speakers, onChoose, onAdd }: SpeakerMenuProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={MENU_ITEM}>
        <UserRound aria-hidden className="size-4 shrink-0" />
        <span className="flex-1">{t`Speaker`}</span>
        <ChevronRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent sideOffset={4} collisionPadding={8} className={SUB_MENU}>
          <DropdownMenu.RadioGroup value={speaker ?? NOBODY}>
            <Choice name={NOBODY} text={t`Nobody`} onChoose={() => onChoose(null)} />
            {speakers.map(({ name, fill }) => (
              <Choice key={name} name={name} text={name} fill={fill} onChoose={() => onChoose(name)} />
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Item onSelect={onAdd} className={MENU_ITEM}>
            <UserRoundPlus aria-hidden className="size-4 shrink-0" />
            {t`New speaker`}
          </DropdownMenu.Item>
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly text: string;
  readonly fill?: string | null;
  readonly onChoose: () => void;
}

function Choice({ name, text, fill = null, onChoose }: ChoiceProps) {
  return (
    <DropdownMenu.RadioItem value={name} onSelect={onChoose} className={MENU_ITEM}>
      <SpeakerDot fill={fill} />
      <span className="max-w-48 flex-1 truncate">{text}</span>
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden className="size-4" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}

/** A speaker's colour; a ring where they have none of their own. */
export function SpeakerDot({ fill }: { fill: string | null }) {
  return (
    <span
      aria-hidden
      className={classNames('mx-1 size-2 shrink-0 rounded-full', fill === null && 'ring-1 ring-line-strong')}
      style={fill === null ? undefined : { backgroundColor: fill }}
    />
  );
}
