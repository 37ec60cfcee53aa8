import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** `primary` is gold, and stands once on a screen. */
export type ButtonTone = 'primary' | 'quiet' | 'bare' | 'danger';

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-gold text-gold-ink font-semibold hover:bg-gold-strong active:bg-gold',
  quiet: 'bg-surface-3 text-text border border-line hover:border-line-strong active:bg-surface-2',
  bare: 'text-text-muted hover:text-text hover:bg-surface-3',
  danger: 'bg-surface-3 text-danger border border-line hover:border-danger',
};

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone;
  /** `large` is for the one thing to do next, and for touch. */
  readonly size?: 'small' | 'normal' | 'large';
}

const SIZES = {
  small: 'h-8 px-3 text-small max-lg:h-11',
  normal: 'h-9 px-4 max-lg:h-11',
  large: 'h-11 px-6 text-large',
};

export function Button({ tone = 'quiet', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-control whitespace-nowrap transition-colors duration-150 ease-out',
        'aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
        TONES[tone],
        SIZES[size],
        className,
      )}
      {...rest}
    />
  );
}
