import { Tooltip } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does, for screen readers and as the tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  return (
    <Hint text={shortcut ? `${label} (${shortcut})` : label}>
      <button
        type="button"
        aria-label={label}
        className={classNames(
          'inline-flex size-9 shrink-0 items-center justify-center rounded-control text-text-muted transition-colors duration-150 ease-out max-lg:size-11',
          'hover:bg-surface-3 hover:text-text aria-disabled:cursor-not-allowed aria-disabled:opacity-40 aria-disabled:hover:bg-transparent',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Hint>
  );
}

/** A tooltip: says again what has an accessible name already, or why something cannot be done. */
export function Hint({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-64 animate-fade rounded-control border border-line bg-surface-3 px-2.5 py-1.5 text-small text-text"
        >
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
