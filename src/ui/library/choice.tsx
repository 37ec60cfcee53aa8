import type { ReactNode } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

/** One of a few, in the browser's own list: it fits a phone, and a thousand folders. */
export function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
      className="h-9 min-w-0 rounded-control border border-line bg-surface-3 px-2.5 max-lg:h-11 max-lg:grow"
    >
      {children}
    </select>
  );
}
