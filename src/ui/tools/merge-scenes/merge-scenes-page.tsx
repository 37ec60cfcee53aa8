import { useStore } from 'zustand';
import { ExportDone } from '../../export/export-done.tsx';
import { ExportFailed } from '../../export/export-failed.tsx';
import { ExportRunning } from '../../export/export-running.tsx';
import { useDropTaker } from '../../media/drop-taker.ts';
import { Button } from '../../parts/button.tsx';
import { useEditor } from '../../state/editor.tsx';
import { useJob } from '../../state/exports.ts';
import { t } from '../../words/words.ts';
import { ToolPage, useToolAnnouncements } from '../tool-page.tsx';
import { ToolRunning } from '../tool-running.tsx';
import { isChoosing } from '../tool-work.ts';
import { MergeSetup } from './merge-setup.tsx';
import type { MergeStep, MergeTool } from './merge-tool.ts';

const STEP_WORDS: Readonly<Record<MergeStep, string>> = { importing: t`Taking in the scenes` };

/** The tool "Merge scenes": videos and images, each with its voice-over, become one video. */
export function MergeScenesPage() {
  const { mergeTool: tool } = useEditor();
  const work = useStore(tool.state, (state) => state.work);
  useDropTaker(t`Drop videos, images and their voice-overs`, (files) => {
    if (isChoosing(tool.state.getState().work)) tool.add(files);
  });
  useToolAnnouncements(tool.state, STEP_WORDS, t`The scenes are in the queue`);
  return (
    <ToolPage
      title={t`Merge scenes`}
      summary={t`Videos and images, each with its voice-over, become one video. Nothing leaves this device.`}
      work={work}
      setup={<MergeSetup tool={tool} />}
      running={
        work.kind === 'running' && (
          <ToolRunning label={t`Merging`} step={work.step} words={STEP_WORDS} onCancel={() => tool.cancel()} />
        )
      }
      done={work.kind === 'done' && <MergeJob tool={tool} jobId={work.made} />}
    />
  );
}

/** The job of the merge: it is one of the queue's, and goes on there. */
function MergeJob({ tool, jobId }: { tool: MergeTool; jobId: string }) {
  const job = useJob(jobId);
  if (!job) return <div className="skeleton h-40 rounded-card" />;
  return (
    <section aria-label={t`Merged video`} className="flex flex-col gap-4 rounded-card border border-line p-5">
      {(job.status === 'pending' || job.status === 'processing') && <ExportRunning job={job} />}
      {job.status === 'completed' && (
        <ExportDone job={job} onNew={() => tool.back()} newWords={t`Change these scenes`} />
      )}
      {(job.status === 'failed' || job.status === 'cancelled') && <ExportFailed job={job} onNew={() => tool.back()} />}
      {job.status === 'completed' && <Button onClick={() => tool.startOver()}>{t`Merge others`}</Button>}
    </section>
  );
}
