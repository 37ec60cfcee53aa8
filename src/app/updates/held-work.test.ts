import { describe, expect, test } from 'vitest';
import { HeldWork } from './held-work.ts';

/** One lock as browsers have it: shared by many or held by one, in the order of asking. */
class OneLock {
  readonly #waiting: { readonly isShared: boolean; readonly grant: () => void }[] = [];
  #holders = 0;
  #isShared = true;

  async request<T>(
    name: string,
    { mode, ifAvailable }: LockOptions,
    granted: (lock: Lock | null) => T,
  ): Promise<Awaited<T>> {
    const isShared = mode === 'shared';
    if (ifAvailable && !(this.#waiting.length === 0 && this.#fits(isShared))) return await granted(null);
    await new Promise<void>((grant) => {
      this.#waiting.push({ isShared, grant });
      this.#next();
    });
    try {
      return await granted({ name, mode: isShared ? 'shared' : 'exclusive' });
    } finally {
      this.#holders--;
      this.#next();
    }
  }

  #fits(isShared: boolean): boolean {
    return this.#holders === 0 || (isShared && this.#isShared);
  }

  #next(): void {
    while (this.#waiting[0] && this.#fits(this.#waiting[0].isShared)) {
      const first = this.#waiting.shift();
      this.#isShared = first?.isShared === true;
      this.#holders++;
      first?.grant();
    }
  }
}

/** Two tabs of one browser. */
const tabs = () => {
  const locks = new OneLock();
  return [new HeldWork({ locks }), new HeldWork({ locks })] as const;
};
const nothing = async () => undefined;

describe('held work', () => {
  test('of another tab keeps a new version waiting until it is over', async () => {
    const [one, other] = tabs();
    const release = one.hold();
    expect(await other.whileFree(nothing)).toBe(false);
    const free = other.free();
    release();
    await free;
    expect(await other.whileFree(nothing)).toBe(true);
  });

  test('is over when all of it is, however often each piece says so', async () => {
    const [held] = tabs();
    const [first, second] = [held.hold(), held.hold()];
    first();
    first();
    expect(held.isHeld).toBe(true);
    second();
    expect(held.isHeld).toBe(false);
  });

  test('is over when what was done fails', async () => {
    const [held] = tabs();
    await expect(held.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(held.isHeld).toBe(false);
  });

  test('tells when it begins and when it ends', () => {
    const [held] = tabs();
    const states: boolean[] = [];
    held.subscribe(() => states.push(held.isHeld));
    const [first, second] = [held.hold(), held.hold()];
    first();
    second();
    expect(states).toEqual([true, false]);
  });
});
