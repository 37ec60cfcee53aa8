import { type ErrorRecord, type StudioError, toStudioError } from '#core/errors.ts';
import type { FailureAlert } from '#core/metrics/failure-alert.ts';
import { type QueueMetrics, queueMetrics } from '#core/metrics/run-metrics.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';
import type { Studio } from '../studio.ts';

export interface StudioHealth {
  /** True where a video can be made, exports mostly succeed, and nothing stored is damaged. */
  readonly ok: boolean;
  readonly workspace: string;
  readonly crossOriginIsolated: boolean;
  /** Null where finding out failed; `problems` says why. */
  readonly capabilities: RenderCapabilities | null;
  /** As the browser tells it; Chromium's quota is a guess that ignores the disk. */
  readonly storage: { readonly usedBytes: number; readonly quotaBytes: number; readonly persistent: boolean };
  readonly queue: QueueMetrics;
  /** While too many of the last exports failed; else null. */
  readonly failureAlert: FailureAlert | null;
  readonly problems: readonly ErrorRecord[];
}

export async function health(studio: Studio): Promise<StudioHealth> {
  const failures: StudioError[] = [];
  const [capabilities, estimate, persistent, jobs, failureAlert] = await Promise.all([
    studio.exports.capabilities().catch((error: unknown) => {
      failures.push(toStudioError(error));
      return null;
    }),
    navigator.storage.estimate(),
    navigator.storage.persisted(),
    studio.exports.list(),
    studio.ledger.failureAlert(),
  ]);
  const problems = [...studio.problems.list(), ...failures].map((problem) => problem.toRecord());
  return {
    ok: canRender(capabilities) && failureAlert === null && problems.length === 0,
    workspace: studio.workspace.id,
    crossOriginIsolated,
    capabilities,
    storage: { usedBytes: estimate.usage ?? 0, quotaBytes: estimate.quota ?? 0, persistent },
    queue: queueMetrics(jobs, Date.now()),
    failureAlert,
    problems,
  };
}

function canRender(capabilities: RenderCapabilities | null): boolean {
  return capabilities !== null && capabilities.videoEncoder !== 'none';
}
