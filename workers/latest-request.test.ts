import { describe, expect, it } from 'vitest';
import { LatestRequest } from './latest-request.ts';

/** A runner whose runs end when the test says so. */
function controlled() {
  const started: number[] = [];
  const ends: { resolve(): void; reject(error: unknown): void }[] = [];
  const requests = new LatestRequest((request: number) => {
    started.push(request);
    return new Promise((resolve, reject) => ends.push({ resolve, reject }));
  });
  return { requests, started, ends };
}

describe('requests of which the latest wins', () => {
  it('passes over those that were overtaken while another ran', async () => {
    const { requests, started, ends } = controlled();
    const asked = [1, 2, 3].map((frame) => requests.ask(frame));
    ends[0]?.resolve();
    await asked[0];
    expect(started).toEqual([1, 3]);
    ends[1]?.resolve();
    await Promise.all(asked);
  });

  it('tells a failure to those who asked, and goes on', async () => {
    const { requests, started, ends } = controlled();
    const failing = requests.ask(1);
    ends[0]?.reject(new Error('no picture'));
    await expect(failing).rejects.toThrow('no picture');
    const next = requests.ask(2);
    ends[1]?.resolve();
    await next;
    expect(started).toEqual([1, 2]);
  });
});
