import type { Run } from '#core/metrics/run.ts';
import { type RunMetrics, runMetrics } from '#core/metrics/run-metrics.ts';
import { PageFrame } from '../pages/page-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { formatBytes } from '../view/format.ts';
import { t } from '../words/words.ts';
import { AuditList } from './audit-list.tsx';
import { BrowserCard } from './browser-card.tsx';
import { alertWords, useFailureAlert } from './failure-alert.tsx';
import { LogList } from './log-list.tsx';
import { RunColumns, SuccessPlot } from './run-plots.tsx';
import { StageTimes } from './stage-times.tsx';
import { formatDuration, formatShare } from './words.ts';

/** What happened: how exports have gone, what was done by whom, and the log. */
export function ActivityPage() {
  const { ledger } = useEditor().studio;
  const runs = useStored(() => ledger.runs(), [ledger]);
  const alert = useFailureAlert();
  return (
    <PageFrame title={t`Activity`} summary={runs && summaryOf(runs.length)}>
      {alert && <Notice severity="error">{alertWords(alert)}</Notice>}
      {runs && (runs.length === 0 ? <NoRuns /> : <Figures runs={runs} />)}
      <BrowserCard />
      <AuditList />
      <LogList />
    </PageFrame>
  );
}

function summaryOf(runs: number): string {
  const counted = runs === 1 ? t`1 run of an export.` : t`${runs} runs of exports.`;
  const stays = t`All of this stays on this machine.`;
  return runs === 0 ? stays : `${counted} ${stays}`;
}

function NoRuns() {
  return (
    <p className="rounded-card border border-line px-6 py-10 text-center text-text-muted">
      {t`No export has ended yet. How long each step takes, and how often exports succeed, is shown here after the first one.`}
    </p>
  );
}

function Figures({ runs }: { runs: readonly Run[] }) {
  const metrics = runMetrics(runs);
  return (
    <>
      <Numbers metrics={metrics} />
      <div className="grid grid-cols-2 items-start gap-4 max-lg:grid-cols-1">
        <StageTimes stages={metrics.stages} />
        <SuccessPlot runs={runs} metrics={metrics} />
        <RunColumns title={t`Wait in the queue`} runs={runs} value={({ waitMs }) => waitMs} format={formatDuration} />
        <RunColumns
          title={t`Jobs left in the queue`}
          runs={runs}
          value={({ queueDepth }) => queueDepth}
          format={String}
        />
        <RunColumns title={t`Disk used`} runs={runs} value={({ storageBytes }) => storageBytes} format={formatBytes} />
        <RunColumns
          title={t`Memory`}
          runs={runs}
          value={({ memoryPeakBytes }) => memoryPeakBytes}
          format={formatBytes}
        />
      </div>
    </>
  );
}

/** The few numbers that one looks for first. */
function Numbers({ metrics: { successRate, length, wait } }: { metrics: RunMetrics }) {
  const numbers = [
    { name: t`Exports that succeeded`, value: successRate === null ? t`None yet` : formatShare(successRate) },
    { name: t`Half are done in`, value: length ? formatDuration(length.p50) : t`None yet` },
    { name: t`95 % are done in`, value: length ? formatDuration(length.p95) : t`None yet` },
    { name: t`Half wait at most`, value: wait ? formatDuration(wait.p50) : t`None yet` },
  ];
  return (
    <dl className="grid grid-cols-4 gap-4 max-lg:grid-cols-2">
      {numbers.map(({ name, value }) => (
        <div
          key={name}
          className="flex flex-col-reverse justify-end rounded-card border border-line px-5 py-4 max-lg:px-4 max-lg:py-3"
        >
          <dt className="text-small text-text-muted">{name}</dt>
          <dd className="text-title font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
