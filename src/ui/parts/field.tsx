import type { ReactNode } from 'react';

/** A small heading over what it names. */
export function Field({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-small text-text-muted">{title}</h3>
      {children}
    </div>
  );
}
