import type { StageMetrics } from '#core/metrics/run-metrics.ts';
import { t } from '../words/words.ts';
import { CELL, FigureCard, HEAD_CELL } from './figure-card.tsx';
import { formatDuration, stageWords } from './words.ts';

/** How long each step of an export takes: a table whose bars share one scale. */
export function StageTimes({ stages }: { stages: readonly StageMetrics[] }) {
  const longest = Math.max(1, ...stages.map(({ p99 }) => p99));
  const slowest = [...stages].sort((a, b) => b.p50 - a.p50)[0];
  const summary = slowest
    ? t`${stageWords(slowest.stage)} takes longest: half of the exports need ${formatDuration(slowest.p50)} or less.`
    : t`No export has finished yet.`;
  return (
    <FigureCard title={t`Time per step`} summary={summary}>
      {stages.length > 0 && (
        <table className="w-full text-small">
          <thead>
            <tr>
              <th scope="col" className={HEAD_CELL}>
                {t`Step`}
              </th>
              <td className="w-full max-lg:hidden" />
              {[t`Half`, '95 %', '99 %'].map((name) => (
                <th key={name} scope="col" className={`${HEAD_CELL} text-end`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <tr key={stage.stage}>
                <th scope="row" className={`${CELL} font-normal`}>
                  {stageWords(stage.stage)}
                </th>
                <td className="w-full pe-4 max-lg:hidden">
                  <Bar stage={stage} longest={longest} />
                </td>
                {[stage.p50, stage.p95, stage.p99].map((value, column) => (
                  <td key={PERCENTS[column]} className={`${CELL} text-end whitespace-nowrap`}>
                    {formatDuration(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="text-small text-text-muted">{t`Half, 95 % and 99 % of the finished exports took this long or less.`}</p>
    </FigureCard>
  );
}

const PERCENTS = ['50', '95', '99'];

/** Solid up to the half, pale up to 95 %, and a tick at 99 %. The numbers beside it say the same. */
function Bar({ stage: { p50, p95, p99 }, longest }: { stage: StageMetrics; longest: number }) {
  const at = (milliseconds: number) => (milliseconds / longest) * 100;
  return (
    <svg aria-hidden viewBox="0 0 100 10" preserveAspectRatio="none" className="h-3 w-full text-info">
      <rect width={at(p95)} height="10" fill="currentColor" opacity="0.35" />
      <rect width={at(p50)} height="10" fill="currentColor" />
      <rect x={Math.min(99.4, at(p99))} width="0.6" height="10" fill="currentColor" />
    </svg>
  );
}
