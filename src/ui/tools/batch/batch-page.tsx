import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useDropTaker } from '../../media/drop-taker.ts';
import { PageFrame } from '../../pages/page-frame.tsx';
import { useAttempt } from '../../parts/attempt.ts';
import { Notice } from '../../parts/notice.tsx';
import { useEditor } from '../../state/editor.tsx';
import { useStored } from '../../state/stored.ts';
import { t } from '../../words/words.ts';
import { BatchRunView } from './batch-run-view.tsx';
import { BatchSetup } from './batch-setup.tsx';
import type { BatchTool } from './batch-tool.ts';

/** The tool "Batch": a table of hooks, photos and tracks becomes as many videos in one style. */
export function BatchPage() {
  const { studio, batchTool: tool } = useEditor();
  const { failure, attempt } = useAttempt();
  const isOpen = useStore(tool.state, ({ draft }) => draft !== null);
  const found = useStored(async () => ({ run: await studio.batches.run() }), [studio]);
  const starting = useStore(tool.state, (state) => state.starting);
  useKeptTable(tool, attempt);
  const run = found?.run ?? null;
  useDropTaker(t`Drop photos, clips, tracks and a table (CSV)`, (files) => {
    if (run === null) attempt(() => tool.add(files));
  });
  const isReady = isOpen && found !== undefined;
  return (
    <PageFrame
      title={t`Batch`}
      summary={t`A table of hooks, photos and tracks becomes as many videos in one style. Nothing leaves this device.`}
    >
      {failure !== null && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      {!isReady && <div className="skeleton h-60 rounded-card" />}
      {isReady && run === null && <BatchSetup tool={tool} attempt={attempt} />}
      {isReady && run !== null && <BatchRunView tool={tool} run={run} starting={starting} />}
    </PageFrame>
  );
}

/** Gets the table that was left, and writes down what is typed as the page goes away. */
function useKeptTable(tool: BatchTool, attempt: (action: () => Promise<unknown>) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the page.
  useEffect(() => attempt(() => tool.open()), [tool]);
  useEffect(() => {
    const flush = () => void tool.flush();
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushWhenHidden);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flushWhenHidden);
      flush();
    };
  }, [tool]);
}
