import { PageFrame } from '../pages/page-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { t } from '../words/words.ts';
import { KeepingCard } from './keeping-card.tsx';
import { MediaList } from './media-list.tsx';
import { OfflineCard } from './offline-card.tsx';
import { ProjectsList } from './projects-list.tsx';
import { ProtectionCard } from './protection-card.tsx';
import { RescuedList } from './rescued-list.tsx';
import { RoomCard } from './room-card.tsx';
import { sizeOf } from './storage-words.ts';
import { TrashList } from './trash-list.tsx';
import { allBytes, UsageBar } from './usage-bar.tsx';
import { useUsage } from './use-usage.ts';
import { AnalysesRow, UnfinishedList, VideosList } from './videos-list.tsx';

/** What is stored, what of it takes how much room, and the ways to make room. */
export function StoragePage() {
  const { usage, failure, act } = useUsage();
  return (
    <PageFrame title={t`Storage`} summary={usage && t`${sizeOf(allBytes(usage))} stored in this browser`}>
      {failure && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      {usage && (
        <>
          {allBytes(usage) > 0 && <UsageBar usage={usage} />}
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
            <div className="flex min-w-0 flex-col gap-5">
              <RescuedList items={usage.rescued} act={act} />
              <VideosList items={usage.videos} act={act} />
              <UnfinishedList items={usage.unfinished} act={act} />
              <MediaList items={usage.media} act={act} />
              <ProjectsList items={usage.projects} act={act} />
              <TrashList items={usage.trash} act={act} />
              <AnalysesRow bytes={usage.analysesBytes} act={act} />
              {allBytes(usage) === 0 && (
                <p className="rounded-card border border-line px-6 py-10 text-center text-text-muted">
                  {t`Nothing takes room yet. Media, finished videos and what you delete will show here.`}
                </p>
              )}
            </div>
            <div className="flex flex-col gap-5">
              <ProtectionCard />
              <RoomCard usedBytes={allBytes(usage)} />
              <KeepingCard />
              <OfflineCard />
            </div>
          </div>
        </>
      )}
    </PageFrame>
  );
}
