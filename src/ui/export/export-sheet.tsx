import { useCallback } from 'react';
import type { RenderJob } from '#core/job/job.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useEditor, useView } from '../state/editor.tsx';
import { useJob } from '../state/exports.ts';
import { t } from '../words/words.ts';
import { ExportDone } from './export-done.tsx';
import { ExportFailed } from './export-failed.tsx';
import { ExportRunning } from './export-running.tsx';
import { ExportSetup, StartExport } from './export-setup.tsx';
import { SiblingExports } from './sibling-exports.tsx';

/** From the choices to the finished video, in one sheet: editing goes on beside it. */
export function ExportSheet() {
  const { view } = useEditor();
  const open = useView((state) => state.panel === 'export');
  const shownExport = useView((state) => state.shownExport);
  const job = useJob(open ? shownExport : null);
  const isNew = shownExport === null;
  return (
    <Sheet
      open={open}
      title={job ? TITLES[job.status] : t`Export`}
      onClose={() => view.setState({ panel: null })}
      footer={isNew && <StartExport />}
    >
      {isNew ? <ExportSetup /> : job ? <ExportState key={job.status} job={job} /> : <Waiting />}
    </Sheet>
  );
}

const TITLES: Record<RenderJob['status'], string> = {
  pending: t`Waiting`,
  processing: t`Exporting`,
  completed: t`Your video`,
  failed: t`Export failed`,
  cancelled: t`Export cancelled`,
};

function Waiting() {
  return <div className="skeleton h-40 rounded-card" />;
}

/** Takes the focus when it appears: the button that was pressed to get here is gone. */
function ExportState({ job }: { job: RenderJob }) {
  const { view } = useEditor();
  const takeFocus = useCallback((element: HTMLElement | null) => element?.focus(), []);
  const startOver = () => view.setState({ shownExport: null });
  return (
    <div ref={takeFocus} tabIndex={-1} className="flex flex-col gap-5 outline-none! shadow-none!">
      <SiblingExports job={job} />
      {(job.status === 'pending' || job.status === 'processing') && <ExportRunning job={job} />}
      {job.status === 'completed' && <ExportDone job={job} onNew={startOver} />}
      {(job.status === 'failed' || job.status === 'cancelled') && <ExportFailed job={job} onNew={startOver} />}
    </div>
  );
}
