import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import type { QueueStatus } from '#app/studio/exports.ts';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import { ExportDone } from '../export/export-done.tsx';
import { PageFrame } from '../pages/page-frame.tsx';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useEditor } from '../state/editor.tsx';
import { useJobs, useQueueStatus } from '../state/exports.ts';
import { t } from '../words/words.ts';
import { CircuitBanner } from './circuit-banner.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { JobList } from './job-list.tsx';
import { queueSummary } from './job-words.ts';
import { inRunOrder } from './queue-order.ts';
import { QueueSettings } from './queue-settings.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useRefocus } from './use-refocus.ts';

/** Every export of the workspace: what is under way, what became of the others, and what can be done with each. */
export function QueuePage() {
  const jobs = useJobs();
  const status = useQueueStatus();
  const [opened, setOpened] = useState<string | null>(null);
  useAnnouncements(jobs);
  const onPress = useRefocus(jobs);
  const shown = jobs?.find((job) => job.id === opened) ?? null;
  return (
    <PageFrame
      title={t`Queue`}
      summary={jobs && queueSummary(jobs, status)}
      actions={jobs && status && <PauseAll jobs={jobs} status={status} />}
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_300px]">
        {jobs?.length === 0 ? (
          <EmptyQueue />
        ) : (
          jobs && <Jobs jobs={jobs} status={status} onOpen={setOpened} onPress={onPress} />
        )}
        {/* On a desktop the sheet covers half of it. */}
        {status && (
          <div className={shown ? 'lg:invisible' : ''}>
            <QueueSettings status={status} />
          </div>
        )}
      </div>
      <Sheet floor="edge" open={shown !== null} title={t`Your video`} onClose={() => setOpened(null)}>
        {shown && <ExportDone key={shown.id} job={shown} />}
      </Sheet>
    </PageFrame>
  );
}

interface JobsProps {
  readonly jobs: readonly RenderJob[];
  readonly status: QueueStatus | undefined;
  readonly onOpen: (id: string) => void;
  readonly onPress: (cardId: string) => void;
}

function Jobs({ jobs, status, onOpen, onPress }: JobsProps) {
  const common = { queue: status, onOpen, onPress };
  const onHold = status && status.circuit !== 'closed' && jobs.some((job) => !isFinished(job));
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {onHold && <CircuitBanner status={status} />}
      <JobList title={t`Under way`} jobs={inRunOrder(jobs)} {...common} />
      <JobList title={t`Finished`} jobs={jobs.filter(isFinished)} {...common} />
    </div>
  );
}

/** Holds everything, or lets it go on. Not shown where there is nothing to hold. */
function PauseAll({ jobs, status }: { jobs: readonly RenderJob[]; status: QueueStatus }) {
  const { queue } = useEditor().studio.exports;
  const { failure, attempt } = useAttempt();
  if (!status.paused && jobs.every(isFinished)) return null;
  return (
    <>
      {failure !== null && <Notice severity="error">{failure}</Notice>}
      {status.paused ? (
        <Button onClick={() => attempt(() => queue.resume())}>
          <Play aria-hidden className="size-4" />
          {t`Resume all`}
        </Button>
      ) : (
        <Button onClick={() => attempt(() => queue.pause())}>
          <Pause aria-hidden className="size-4" />
          {t`Pause all`}
        </Button>
      )}
    </>
  );
}
