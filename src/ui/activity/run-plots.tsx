import type { ReactNode } from 'react';
import type { Run, RunOutcome } from '#core/metrics/run.ts';
import type { RunMetrics } from '#core/metrics/run-metrics.ts';
import { t } from '../words/words.ts';
import { CELL, FigureCard, HEAD_CELL } from './figure-card.tsx';
import { formatMoment, formatShare, OUTCOME_WORDS } from './words.ts';

/** Runs that are drawn, the newest at the right. */
const DRAWN = 40;

/** Width of one run's column, in units of the drawing. */
const COLUMN = 10;

interface ColumnsProps {
  readonly title: string;
  /** Newest first. */
  readonly runs: readonly Run[];
  /** Null where it was not measured. */
  readonly value: (run: Run) => number | null;
  readonly format: (value: number) => string;
}

/** One column for each of the last runs, on a scale from zero to the highest. */
export function RunColumns({ title, runs, value, format }: ColumnsProps) {
  const drawn = runs
    .slice(0, DRAWN)
    .map((run) => ({ run, height: value(run) }))
    .reverse();
  const known = drawn.flatMap(({ height }) => height ?? []);
  const highest = Math.max(0, ...known);
  const newest = known.at(-1);
  const summary = newest === undefined ? t`Not measured yet.` : t`Last ${format(newest)}, at most ${format(highest)}.`;
  const table = (
    <RunTable
      column={title}
      rows={drawn.map(({ run, height }) => ({ run, text: height === null ? t`not measured` : format(height) }))}
    />
  );
  return (
    <FigureCard title={title} summary={summary} table={known.length > 0 && table}>
      {known.length > 0 && (
        <Plot label={t`${title}, ${drawn.length} exports. ${summary}`} columns={drawn.length}>
          {drawn.map(({ run, height }, index) => (
            <rect
              key={runKey(run)}
              x={index * COLUMN + 1}
              width={COLUMN - 2}
              y={40 - columnHeight(height, highest)}
              height={columnHeight(height, highest)}
              className={height === null ? 'fill-line-strong' : 'fill-info'}
            />
          ))}
        </Plot>
      )}
    </FigureCard>
  );
}

/** In 40 units of the drawing. What is zero, or not known, is still a line to be seen. */
function columnHeight(value: number | null, highest: number): number {
  return value === null || highest === 0 ? 0.6 : Math.max(0.6, (value / highest) * 40);
}

const OUTCOME_LOOKS: Record<RunOutcome, string> = {
  completed: 'fill-success',
  failed: 'fill-danger',
  cancelled: 'fill-line-strong',
  interrupted: 'fill-line-strong',
};

/** How high an outcome's column is, of 40: not by colour alone. */
const OUTCOME_HEIGHTS: Record<RunOutcome, number> = { completed: 40, failed: 24, cancelled: 8, interrupted: 8 };

/** How the last runs ended. */
export function SuccessPlot({ runs, metrics }: { runs: readonly Run[]; metrics: RunMetrics }) {
  const drawn = runs.slice(0, DRAWN).reverse();
  const { outcomes, successRate } = metrics;
  const said = (['completed', 'failed', 'cancelled', 'interrupted'] as const)
    .filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => ({ outcome, words: `${OUTCOME_WORDS[outcome]}: ${outcomes[outcome]}` }));
  const summary = successRate === null ? t`None has come to its end yet.` : t`${formatShare(successRate)} succeeded.`;
  const rows = drawn.map((run) => ({ run, text: OUTCOME_WORDS[run.outcome] }));
  return (
    <FigureCard title={t`How exports ended`} summary={summary} table={<RunTable column="End" rows={rows} />}>
      <Plot label={t`How the last ${drawn.length} exports ended`} columns={drawn.length}>
        {drawn.map((run, index) => (
          <rect
            key={runKey(run)}
            x={index * COLUMN + 1}
            width={COLUMN - 2}
            y={40 - OUTCOME_HEIGHTS[run.outcome]}
            height={OUTCOME_HEIGHTS[run.outcome]}
            className={OUTCOME_LOOKS[run.outcome]}
          />
        ))}
      </Plot>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        {said.map(({ outcome, words }) => (
          <li key={outcome} className="flex items-center gap-2">
            <svg aria-hidden viewBox="0 0 10 40" className="h-4 w-1.5" preserveAspectRatio="none">
              <rect
                y={40 - OUTCOME_HEIGHTS[outcome]}
                width="10"
                height={OUTCOME_HEIGHTS[outcome]}
                className={OUTCOME_LOOKS[outcome]}
              />
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </FigureCard>
  );
}

/** Few runs leave room at the right instead of becoming as wide as doors. */
function Plot({ label, columns, children }: { label: string; columns: number; children: ReactNode }) {
  const width = Math.max(columns, 20) * COLUMN;
  return (
    <div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} 40`}
        preserveAspectRatio="none"
        className="h-20 w-full border-b border-line-strong"
      >
        <title>{label}</title>
        {children}
      </svg>
      <p aria-hidden className="mt-1 flex justify-between text-small text-text-muted">
        <span>{t`Oldest`}</span>
        {columns >= 20 && <span>{t`Newest`}</span>}
      </p>
    </div>
  );
}

function RunTable({ column, rows }: { column: string; rows: readonly { run: Run; text: string }[] }) {
  return (
    <table className="w-full">
      <thead>
        <tr>
          {[t`Ended`, t`Video`, column].map((name) => (
            <th key={name} scope="col" className={HEAD_CELL}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ run, text }) => (
          <tr key={runKey(run)}>
            <td className={`${CELL} whitespace-nowrap`}>{formatMoment(run.finishedAt)}</td>
            <td className={CELL}>{run.name}</td>
            <td className={CELL}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function runKey({ jobId, startedAt }: Run): string {
  return `${jobId} ${startedAt}`;
}
