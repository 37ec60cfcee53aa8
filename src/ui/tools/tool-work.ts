import { type StudioError, toStudioError } from '#core/errors.ts';

/** What a tool is doing. */
export type ToolWork<Step extends string, Made> =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'running'; readonly step: ToolStep<Step> }
  | { readonly kind: 'done'; readonly made: Made }
  | { readonly kind: 'failed'; readonly error: StudioError };

export interface ToolStep<Name extends string> {
  readonly name: Name;
  /** 0 to 1, of the step. */
  readonly fraction: number;
  /** Null until there is something to measure by. */
  readonly etaSeconds: number | null;
}

export const CHOOSING = { kind: 'choosing' } as const;

/** As the tools of the studio report. */
interface CountedProgress<Name extends string> {
  readonly step: Name;
  readonly done: number;
  readonly total: number;
  readonly etaSeconds: number | null;
}

export function toolStep<Name extends string>({
  step,
  done,
  total,
  etaSeconds,
}: CountedProgress<Name>): ToolStep<Name> {
  return { name: step, fraction: total === 0 ? 0 : Math.min(1, done / total), etaSeconds };
}

/** True where choices may be made. */
export function isChoosing(work: ToolWork<string, unknown>): boolean {
  return work.kind === 'choosing' || work.kind === 'failed';
}

/** One piece of work at a time, which goes on while another page is shown. */
export class ToolRun<Step extends string, Made> {
  #running: AbortController | null = null;

  constructor(private readonly show: (work: ToolWork<Step, Made>) => void) {}

  /** A cancel leads back to the choices. Does nothing while something runs. */
  async start(make: (signal: AbortSignal, onStep: (step: ToolStep<Step>) => void) => Promise<Made>): Promise<void> {
    if (this.#running) return;
    this.#running = new AbortController();
    try {
      const made = await make(this.#running.signal, (step) => this.show({ kind: 'running', step }));
      this.show({ kind: 'done', made });
    } catch (thrown) {
      const error = toStudioError(thrown);
      this.show(error.code === 'cancelled' ? CHOOSING : { kind: 'failed', error });
    } finally {
      this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }
}
