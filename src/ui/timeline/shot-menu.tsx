import { Check } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import { type ReactElement, useRef, useState } from 'react';
import { classNames } from '../parts/class-names.ts';
import { useIsDesktop } from '../parts/media-query.ts';
import { MENU, MENU_ITEM } from '../parts/menu-look.ts';
import { t } from '../words/words.ts';
import { SHOT_ACTIONS, type ShotActionName, useShotActions } from './shot-actions.ts';

interface ShotMenuProps {
  /** The row of shots: each carries its place as `data-shot`. */
  readonly children: ReactElement;
  readonly onOpen: (shot: number) => void;
  readonly onClose: () => void;
  /** The menu is gone: the focus goes back to the shots. */
  readonly onClosed: () => void;
}

/** Beside a finger, a phone has no room for it. */
const ABOVE = { side: 'top' } as const;

/** What can be done with a shot, where it is right-clicked, held by a finger, or asked by the menu key or Shift F10. */
export function ShotMenu({ children, onOpen, onClose, onClosed }: ShotMenuProps) {
  const under = useRef(-1);
  const [shot, setShot] = useState(-1);
  const isDesktop = useIsDesktop();
  return (
    <ContextMenu.Root
      modal={false}
      onOpenChange={(open) => {
        if (!open) return onClose();
        setShot(under.current);
        onOpen(under.current);
      }}
    >
      <ContextMenu.Trigger
        asChild
        // A finger that stays opens it without a `contextmenu` event in some browsers.
        onPointerDown={(event) => {
          under.current = shotAt(event.target);
        }}
        onContextMenu={(event) => {
          under.current = shotAt(event.target);
          if (under.current < 0) event.preventDefault();
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Content
        {...(!isDesktop && ABOVE)}
        aria-label={t`Shot ${shot + 1}`}
        collisionPadding={8}
        // The finger that held the shot focuses it when it is lifted: the menu stays.
        onFocusOutside={(event) => event.preventDefault()}
        // It stands on the strip, which seeks where it is pressed.
        onPointerDown={(event) => event.stopPropagation()}
        className={classNames(MENU, 'min-w-60')}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClosed();
        }}
      >
        {SHOT_ACTIONS.map((name) => (
          <ShotMenuItem key={name} name={name} shot={shot} />
        ))}
      </ContextMenu.Content>
    </ContextMenu.Root>
  );
}

function ShotMenuItem({ name, shot }: { name: ShotActionName; shot: number }) {
  const { label, icon: Icon, keys, isOn, use } = useShotActions()[name];
  const look = classNames(MENU_ITEM, name === 'remove' && 'text-danger');
  const content = (
    <>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">{label}</span>
    </>
  );
  if (isOn) {
    return (
      <ContextMenu.CheckboxItem className={look} checked={isOn(shot)} onSelect={() => use(shot)}>
        {content}
        <ContextMenu.ItemIndicator>
          <Check aria-hidden className="size-4" />
        </ContextMenu.ItemIndicator>
      </ContextMenu.CheckboxItem>
    );
  }
  return (
    <ContextMenu.Item className={look} onSelect={() => use(shot)}>
      {content}
      {keys !== undefined && (
        <span aria-hidden className="ps-4 text-small text-text-muted pointer-coarse:hidden">
          {keys}
        </span>
      )}
    </ContextMenu.Item>
  );
}

function shotAt(target: EventTarget): number {
  const block = target instanceof Element ? target.closest<HTMLElement>('[data-shot]') : null;
  return Number(block?.dataset.shot ?? -1);
}
