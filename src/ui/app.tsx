import {
  Activity,
  Captions,
  Clapperboard,
  Combine,
  FileCog,
  HardDrive,
  Images,
  Layers,
  ListVideo,
  Music,
  Table2,
} from 'lucide-react';
import { Direction, Tooltip } from 'radix-ui';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { Studio } from '#app/studio.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { Project } from '#core/project/project.ts';
import { FailureBanner } from './activity/failure-alert.tsx';
import { CreateScreen } from './create/create-screen.tsx';
import { removeFirstScreen } from './first-screen.ts';
import { IncomingOffers } from './incoming/incoming-offers.tsx';
import { DropZone } from './media/drop-zone.tsx';
import { FilePicking } from './media/file-picking.tsx';
import { type Page, Pages } from './pages/pages.tsx';
import { Button } from './parts/button.tsx';
import { lazyPart } from './parts/lazy-part.tsx';
import { LiveRegion } from './parts/live-region.tsx';
import { Notice } from './parts/notice.tsx';
import { StoredProblems } from './projects/stored-problems.tsx';
import { QueueBadge } from './queue/queue-badge.tsx';
import { EditorProvider } from './state/editor.tsx';
import { PreviewProvider } from './state/preview.tsx';
import { TimelineProvider } from './state/timeline.tsx';
import { UpdateNotice } from './updates/update-notice.tsx';
import { direction, t, translate } from './words/words.ts';

const ActivityPage = lazyPart(async () => (await import('./activity/activity-page.tsx')).ActivityPage);
const LibraryPage = lazyPart(async () => (await import('./library/library-page.tsx')).LibraryPage);
const QueuePage = lazyPart(async () => (await import('./queue/queue-page.tsx')).QueuePage);
const StoragePage = lazyPart(async () => (await import('./storage/storage-page.tsx')).StoragePage);
const BackgroundMusicPage = lazyPart(
  async () => (await import('./tools/background-music/background-music-page.tsx')).BackgroundMusicPage,
);
const BatchPage = lazyPart(async () => (await import('./tools/batch/batch-page.tsx')).BatchPage);
const CaptionVideoPage = lazyPart(
  async () => (await import('./tools/caption-video/caption-video-page.tsx')).CaptionVideoPage,
);
const ConvertPage = lazyPart(async () => (await import('./tools/convert/convert-page.tsx')).ConvertPage);
const MergeScenesPage = lazyPart(
  async () => (await import('./tools/merge-scenes/merge-scenes-page.tsx')).MergeScenesPage,
);
const WorkspacesPage = lazyPart(async () => (await import('./workspaces/workspaces-page.tsx')).WorkspacesPage);

const PAGES: readonly [Page, ...Page[]] = [
  { id: 'studio', label: t`Create`, icon: Clapperboard, element: <CreateScreen /> },
  { id: 'captions', label: t`Caption a video`, icon: Captions, element: <CaptionVideoPage />, isTool: true },
  { id: 'music', label: t`Background music`, icon: Music, element: <BackgroundMusicPage />, isTool: true },
  { id: 'merge', label: t`Merge scenes`, icon: Combine, element: <MergeScenesPage />, isTool: true },
  { id: 'batch', label: t`Batch`, icon: Table2, element: <BatchPage />, isTool: true },
  { id: 'convert', label: t`Convert a file`, icon: FileCog, element: <ConvertPage />, isTool: true },
  { id: 'library', label: t`Library`, icon: Images, element: <LibraryPage /> },
  { id: 'queue', label: t`Queue`, icon: ListVideo, element: <QueuePage />, badge: <QueueBadge /> },
  { id: 'storage', label: t`Storage`, icon: HardDrive, element: <StoragePage /> },
  { id: 'activity', label: t`Activity`, icon: Activity, element: <ActivityPage /> },
  { id: 'workspaces', label: t`Workspaces`, icon: Layers, element: <WorkspacesPage />, hasOwnMenu: true },
];

/** The page: opens the project edited last, or a new one. */
export function App({ studio }: { studio: Studio }) {
  const { project, error, retry } = useFirstProject(studio);
  const isDrawn = project !== null || error !== null;
  useLayoutEffect(() => {
    if (isDrawn) removeFirstScreen();
  }, [isDrawn]);
  return (
    <Direction.Provider dir={direction()}>
      <Tooltip.Provider delayDuration={400}>
        {project && (
          <EditorProvider studio={studio} project={project}>
            <PreviewProvider>
              <TimelineProvider>
                <FilePicking>
                  <Pages pages={PAGES} />
                  <Notices />
                  <DropZone />
                  <IncomingOffers />
                </FilePicking>
              </TimelineProvider>
            </PreviewProvider>
          </EditorProvider>
        )}
        {error && <CannotOpen error={error} onRetry={retry} />}
        <LiveRegion />
      </Tooltip.Provider>
    </Direction.Provider>
  );
}

/** What is wrong, over whatever page is shown. */
function Notices() {
  return (
    <div className="pointer-events-none fixed inset-x-3 top-14 z-30 mx-auto flex max-h-[40dvh] max-w-120 flex-col gap-2 overflow-y-auto pt-2 *:pointer-events-auto">
      <FailureBanner />
      <StoredProblems />
      <UpdateNotice />
    </div>
  );
}

function useFirstProject(studio: Studio) {
  const [project, setProject] = useState<Project | null>(null);
  const [error, setError] = useState<StudioError | null>(null);
  const open = useCallback(async () => {
    setError(null);
    try {
      setProject((await studio.projects.latest()) ?? (await firstProject(studio)));
    } catch (thrown) {
      setError(toStudioError(thrown));
    }
  }, [studio]);
  useEffect(() => void open(), [open]);
  return { project, error, retry: () => void open() };
}

/** On a full disk the page opens all the same: that is where room can be made. */
async function firstProject({ projects }: Studio): Promise<Project> {
  try {
    return await projects.create();
  } catch (thrown) {
    if (toStudioError(thrown).code === 'disk-full') return projects.draft();
    throw thrown;
  }
}

function CannotOpen({ error, onRetry }: { error: StudioError; onRetry: () => void }) {
  return (
    <main role="alert" className="mx-auto flex h-full max-w-100 flex-col justify-center gap-4 p-6">
      <h1 className="font-display text-display">{t`Your projects could not be opened`}</h1>
      <Notice severity="error">{translate(error.message)}</Notice>
      <Button tone="primary" onClick={onRetry}>
        {t`Try again`}
      </Button>
    </main>
  );
}
