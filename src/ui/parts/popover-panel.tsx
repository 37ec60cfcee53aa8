import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface PopoverPanelProps {
  readonly label: string;
  readonly align: 'start' | 'center' | 'end';
  readonly className: string;
  readonly children: ReactNode;
}

/** What unfolds under a button of the header. Belongs in a `Popover.Root`. */
export function PopoverPanel({ label, align, className, children }: PopoverPanelProps) {
  return (
    <Popover.Portal>
      <Popover.Content
        align={align}
        sideOffset={8}
        collisionPadding={8}
        aria-label={label}
        className={classNames(
          'z-40 flex max-h-[min(70dvh,560px)] animate-unfold flex-col rounded-card border border-line bg-surface-1',
          className,
        )}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  );
}
