import { StudioError, toStudioError } from '#core/errors.ts';

/** What is wrong with stored things. One bad row or lost file is told here, and the rest goes on. */
export class ProblemLog {
  #problems: readonly StudioError[] = [];
  readonly #listeners = new Set<() => void>();

  /** The same array until something is added: fit for `useSyncExternalStore`. */
  readonly list = (): readonly StudioError[] => this.#problems;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Lists are read again and again: the same problem is told once. */
  add(problem: StudioError): void {
    if (this.#problems.some((known) => known.message === problem.message)) return;
    this.#problems = [...this.#problems, problem];
    for (const listener of this.#listeners) listener();
  }

  /** As `add`, for anything that was thrown: fit for `catch`. */
  readonly report = (thrown: unknown): void => this.add(toStudioError(thrown));
}

/** The rows that can be read; each that cannot goes to the log. @throws anything that is no `StudioError`. */
export function readable<Row>(rows: readonly unknown[], read: (row: unknown) => Row, log: ProblemLog): Row[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof StudioError)) throw error;
      log.add(error);
      return [];
    }
  });
}
