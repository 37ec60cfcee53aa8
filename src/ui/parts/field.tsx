import type { ReactNode } from 'react';

interface FieldProps {
  readonly title: string;
  /** The heading's: 2 where a field stands right under the page's title. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A small heading over what it names. */
export function Field({ title, level = 3, children }: FieldProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="flex flex-col gap-2">
      <Heading className="text-small text-text-muted">{title}</Heading>
      {children}
    </div>
  );
}
