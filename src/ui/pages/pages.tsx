import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactElement, use, useDeferredValue, useEffect, useRef } from 'react';
import { isFinished } from '#core/job/job.ts';
import { PartLoader } from '../parts/lazy-part.tsx';
import { useRunningJob } from '../state/exports.ts';
import { t } from '../words/words.ts';
import { type PageId, usePageOfAddress } from './address.ts';

export interface Page {
  readonly id: PageId;
  /** In the navigation, and in the window's title. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Has one `h1`: it gets the focus when the person goes to the page. */
  readonly element: ReactElement;
  /** Stands with the other tools behind one button. */
  readonly isTool?: boolean;
  /** A desktop's header leads there by a menu of its own. */
  readonly hasOwnMenu?: boolean;
  /** Beside the label: what is going on there. */
  readonly badge?: ReactElement;
}

interface PageChoice {
  readonly pages: readonly Page[];
  readonly current: Page;
}

const PageContext = createContext<PageChoice | null>(null);

/** Shows the page that the address names. `pages` begins with the one for an address that names none. */
export function Pages({ pages }: { pages: readonly [Page, ...Page[]] }) {
  // The page that is left stays until the code of the next one is there.
  const id = useDeferredValue(usePageOfAddress());
  const current = pages.find((page) => page.id === id) ?? pages[0];
  useFocusOnArrival(current.id);
  useWindowTitle(current === pages[0] ? null : current.label);
  return (
    <PageContext value={{ pages, current }}>
      <PartLoader part={current.id}>{current.element}</PartLoader>
    </PageContext>
  );
}

export function usePages(): PageChoice {
  const choice = use(PageContext);
  if (!choice) throw new Error('usePages is called outside of Pages.');
  return choice;
}

/** What had the focus is gone with the page that was left. The first page of all leaves the focus where it is. */
function useFocusOnArrival(id: PageId): void {
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    document.querySelector('h1')?.focus();
  }, [id]);
}

const STUDIO_TITLE = t`Golden Frame Studio`;

/** `40 % exported · Queue · Golden Frame Studio`, each part where there is one. */
function useWindowTitle(page: string | null): void {
  const job = useRunningJob();
  const percent = job && !isFinished(job) ? `${Math.floor(job.progress)} % exported` : null;
  useEffect(() => {
    document.title = [percent, page, STUDIO_TITLE].filter((part) => part !== null).join(' · ');
  }, [percent, page]);
}
