import { classNames } from '../parts/class-names.ts';

/** Marks the point of a picture that has to stay in view; about its own middle. */
export function FocusRing({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'pointer-events-none block size-7 rounded-full border-2 border-gold bg-gold/15 ring-2 ring-ink/70',
        className,
      )}
    />
  );
}
