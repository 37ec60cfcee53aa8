import { expect, test } from 'vitest';
import { Bell } from './bell.ts';

/** Whether a wait is over by now. */
async function isOver(wait: Promise<void>): Promise<boolean> {
  const open = Symbol('open');
  return (await Promise.race([wait, new Promise((resolve) => setTimeout(resolve, 0, open))])) !== open;
}

test('a ring wakes who waits', async () => {
  const bell = new Bell();
  const wait = bell.rung();
  expect(await isOver(wait)).toBe(false);
  bell.ring();
  expect(await isOver(wait)).toBe(true);
});

test('rings while nobody waits are heard once, by the next wait', async () => {
  const bell = new Bell();
  bell.ring();
  bell.ring();
  expect(await isOver(bell.rung())).toBe(true);
  expect(await isOver(bell.rung())).toBe(false);
});
