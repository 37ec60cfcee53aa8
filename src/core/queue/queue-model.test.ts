import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type QueueFailure, QueueWorld, reached } from '../fixtures/queue-world.ts';
import { QUALITY_MODES } from '../render/settings.ts';

/** Whatever is done to the queue in whatever order, it and a simpler account of it agree. */

type Step = (world: QueueWorld, a: number, b: number) => void;

const FAILURES: readonly QueueFailure[] = ['recoverable', 'resource', 'recoverable', 'bad input', 'recoverable'];

/** What may happen; what leads to rare states is there more often. */
const STEPS: readonly (readonly [string, Step])[] = [
  ['add', (world, a, b) => world.add(a % 3, 1 + (b % 6), QUALITY_MODES[b % 3] ?? 'normal')],
  ['add', (world, a, b) => world.add(a % 3, 3, QUALITY_MODES[b % 3] ?? 'normal')],
  ['take', (world) => world.take()],
  ['take', (world) => world.take()],
  ['complete', (world, a) => world.complete(a)],
  ['fail', (world, a, b) => world.fail(a, FAILURES[b % FAILURES.length] ?? 'recoverable')],
  ['run and fail', runAndFail],
  ['run and fail', runAndFail],
  ['run and fail', runAndFail],
  ['run and fail', runAndFail],
  ['run and complete', runAndComplete],
  ['bad day', badDay],
  ['sleep', (world, a) => world.sleep(a * 100)],
  ['cancel', (world, a) => world.cancel(a)],
  ['pause', (world, a) => world.pause(a)],
  ['resume', (world, a) => world.resume(a)],
  ['retry', (world, a) => world.retry(a)],
  ['set priority', (world, a, b) => world.setPriority(a, b % 3)],
  ['take over', (world) => world.takeOver()],
  ['pause queue', (world) => world.pauseQueue()],
  ['resume queue', (world) => world.resumeQueue()],
  ['resume queue', (world) => world.resumeQueue()],
  [
    'set concurrency',
    (world, a) => {
      world.queue = { ...world.queue, concurrency: a % 4 || null };
    },
  ],
];

function run(world: QueueWorld, end: () => void): void {
  world.sleep(0);
  world.take();
  end();
}

function runAndComplete(world: QueueWorld, a: number): void {
  run(world, () => world.complete(a));
}

function runAndFail(world: QueueWorld, a: number, b: number): void {
  run(world, () => world.fail(a, FAILURES[b % FAILURES.length] ?? 'recoverable'));
}

/** Whatever is begun fails; rare, because it makes for long sequences. */
function badDay(world: QueueWorld, a: number): void {
  if (a % 8 !== 0) return;
  for (let failures = 0; failures < 5; failures++) {
    world.add(a % 3, 3, 'normal');
    runAndFail(world, a, 0);
  }
}

const sequences = fc.array(fc.tuple(fc.nat(STEPS.length - 1), fc.nat(99), fc.nat(99)), {
  minLength: 4,
  maxLength: 24,
  size: 'max',
});

test('100,000 sequences of whatever may happen keep every promise of the queue', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      const world = new QueueWorld();
      for (const [index, a, b] of steps) {
        const [name, step] = STEPS[index] ?? ['take', (idle: QueueWorld) => idle.take()];
        try {
          step(world, a, b);
          world.compare();
        } catch (error) {
          throw new Error(`after “${name}” ${a} ${b}: ${String(error)}`, { cause: error });
        }
      }
    }),
    { numRuns: 100_000, seed: 20_261 },
  );
  expect(reached.longestDelay).toBe(8000);
  const { longestDelay: _, ...counts } = reached;
  for (const [what, times] of Object.entries(counts)) expect(times, what).toBeGreaterThan(100);
});
