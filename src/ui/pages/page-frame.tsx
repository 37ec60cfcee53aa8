import type { ReactNode } from 'react';
import { useIsDesktop } from '../parts/media-query.ts';
import { WorkspaceMenu } from '../workspaces/workspace-menu.tsx';
import { MainNavigation, NavigationMenu } from './navigation.tsx';

interface PageFrameProps {
  readonly title: string;
  /** One line under the title: how things stand. */
  readonly summary?: ReactNode;
  /** Beside the title: what concerns the whole page. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page beside the studio: where one is and the ways on, then a heading over content that scrolls. */
export function PageFrame({ title, summary, actions, children }: PageFrameProps) {
  const isDesktop = useIsDesktop();
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-14 shrink-0 items-center gap-6 border-b border-line bg-surface-1 px-4 max-lg:h-12 max-lg:justify-between max-lg:pe-2 max-lg:pt-[env(safe-area-inset-top)]">
        <WorkspaceMenu />
        {isDesktop ? <MainNavigation /> : <NavigationMenu />}
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="mx-auto flex max-w-290 flex-col gap-6 px-8 pt-8 pb-12 max-lg:gap-5 max-lg:px-4 max-lg:pt-5 max-lg:pb-[calc(32px+env(safe-area-inset-bottom))]">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <div className="min-w-0">
              <PageHeading>{title}</PageHeading>
              {summary && <p className="mt-1 text-text-muted">{summary}</p>}
            </div>
            {actions && <div className="flex items-center gap-2">{actions}</div>}
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}

/** Takes the focus when the person arrives: no ring, nothing can be done with it. */
function PageHeading({ children }: { children: string }) {
  return (
    <h1 tabIndex={-1} className="text-display font-semibold shadow-none! outline-none!">
      {children}
    </h1>
  );
}
