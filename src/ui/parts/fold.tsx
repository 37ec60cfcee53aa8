import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that is there for who asks, behind its name. */
export function Fold({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="group text-small">
      <summary className="-ms-1 flex w-fit cursor-pointer list-none items-center gap-1 rounded-thumb py-0.5 pe-2 ps-0.5 text-text-muted transition-colors duration-150 ease-out hover:text-text max-lg:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform duration-150 ease-out group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
        />
        {title}
      </summary>
      <div className="pt-1 pb-1 ps-4.5">{children}</div>
    </details>
  );
}
