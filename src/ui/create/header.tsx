import { ExportButton } from '../export/export-button.tsx';
import { MainNavigation, NavigationMenu } from '../pages/navigation.tsx';
import { HistoryButtons } from '../projects/history-buttons.tsx';
import { ProjectMenu } from '../projects/project-menu.tsx';
import { SaveIndicator } from '../projects/save-indicator.tsx';
import { t } from '../words/words.ts';
import { WorkspaceMenu } from '../workspaces/workspace-menu.tsx';

/** Where one is, what one works on, and the way to the finished video. */
export function DesktopHeader() {
  return (
    <header className="flex h-14 shrink-0 items-center border-b border-line bg-surface-1 px-4">
      <ScreenName />
      <div className="flex flex-1 items-center gap-6">
        <WorkspaceMenu />
        <MainNavigation />
      </div>
      <div className="flex min-w-0 max-w-[36%] items-center gap-2">
        <ProjectMenu />
      </div>
      <div className="flex flex-1 items-center justify-end gap-3">
        <SaveIndicator />
        <HistoryButtons />
        <ExportButton />
      </div>
    </header>
  );
}

export function PhoneHeader() {
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 px-2 pt-[env(safe-area-inset-top)]">
      <ScreenName />
      <div className="flex min-w-0 flex-1">
        <ProjectMenu />
      </div>
      <SaveIndicator />
      <HistoryButtons />
      <NavigationMenu />
    </header>
  );
}

/** The heading that screen readers find the page by, and where the focus goes on the way here. */
function ScreenName() {
  return (
    <h1 tabIndex={-1} className="sr-only">
      {t`Create a video`}
    </h1>
  );
}
