import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';

interface FigureCardProps {
  readonly title: string;
  /** One line: what the figure says, for who cannot see it or has no time. */
  readonly summary: string;
  readonly children: ReactNode;
  /** The same figures as a table. */
  readonly table?: ReactNode;
}

export function FigureCard({ title, summary, children, table }: FigureCardProps) {
  return (
    <section className="flex min-w-0 flex-col gap-4 rounded-card border border-line bg-surface-2 p-5 max-lg:p-4">
      <div>
        <h2 className="font-medium">{title}</h2>
        <p className="text-small text-text-muted">{summary}</p>
      </div>
      {children}
      {table && (
        <details className="group text-small">
          <summary className="-ms-1 flex w-fit cursor-pointer items-center gap-1 rounded-control text-text-muted transition-colors duration-150 ease-out hover:text-text max-lg:h-11">
            <ChevronRight
              aria-hidden
              className="size-4 transition-transform duration-150 ease-out group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
            />
            {t`Show as a table`}
          </summary>
          <div className="mt-2">{table}</div>
        </details>
      )}
    </section>
  );
}

export const HEAD_CELL = 'py-1 pe-4 text-start font-normal text-text-muted whitespace-nowrap last:pe-0';
export const CELL = 'py-1 pe-4 text-start tabular-nums last:pe-0';
