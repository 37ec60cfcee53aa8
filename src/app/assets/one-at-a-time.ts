/** Runs pieces of work one after the other, in the order in which they were asked for. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    // The next in line starts whether this one went well or not; its own caller hears of a failure.
    this.#last = result.catch(() => undefined);
    return result;
  }
}
