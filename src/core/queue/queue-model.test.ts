import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ErrorCode, StudioError } from '../errors.ts';
import {
  createJob,
  isFinished,
  type JobStatus,
  prioritiseJob,
  type RenderJob,
  restartJob,
  resumeJob,
} from '../job/job.ts';
import { createProject } from '../project/project.ts';
import { QUALITY_MODES, type QualityMode, renderSettings } from '../render/settings.ts';
import { NEW_QUEUE, type Queue, type QueuedJob, type QueueState } from './queue.ts';
import { cancelQueued, completeQueued, failQueued, pauseQueued, resumeQueue } from './settle.ts';
import { nextJob, nextWake, pauseQueue, takeLead, takeNext } from './take.ts';

/**
 * The queue against a second, simpler account of it, kept here as plain counters: whatever is done in whatever order,
 * both agree.
 */

const PROJECT = createProject('p', 0, 1);
const SETTINGS = new Map(QUALITY_MODES.map((quality) => [quality, renderSettings('9:16', quality)]));
const RESULT = {
  output: { videoFile: 'v', thumbnailFile: 't', bytes: 1, frames: 1, durationSeconds: 1 },
  timings: [],
};
const ERRORS = {
  recoverable: 'worker-crashed',
  resource: 'out-of-memory',
  'bad input': 'file-damaged',
} as const satisfies Record<string, ErrorCode>;
type Failure = keyof typeof ERRORS;
const LOWER: Record<QualityMode, QualityMode | null> = { normal: 'eco', eco: 'freeze', freeze: null };

/** What a job should be. */
interface Account {
  status: JobStatus;
  attempts: number;
  readonly maxAttempts: number;
  priority: number;
  readonly age: number;
  paused: boolean;
  dueAt: number;
  quality: QualityMode;
  readonly asked: QualityMode;
}

/** How often what is rare was reached: a test that never gets there would prove nothing. */
const reached = { opened: 0, trialsPassed: 0, trialsFailed: 0, longestDelay: 0, stepsDown: 0, takeovers: 0, failed: 0 };

class World {
  now = 1_000_000;
  readonly jobs: RenderJob[] = [];
  queue: Queue = NEW_QUEUE;
  readonly accounts = new Map<string, Account>();
  failures = 0;
  circuit: Queue['circuit'] = 'closed';
  trialAt = 0;

  add(priority: number, maxAttempts: number, quality: QualityMode): void {
    const id = `job ${this.accounts.size}`;
    const settings = SETTINGS.get(quality) ?? renderSettings('9:16', quality);
    const job = createJob({ id, project: PROJECT, settings, priority, estimatedDurationMs: 1 }, this.now);
    this.jobs.push({ ...job, maxAttempts });
    this.accounts.set(id, {
      status: 'pending',
      attempts: 0,
      maxAttempts,
      priority,
      age: this.now,
      paused: false,
      dueAt: 0,
      quality,
      asked: quality,
    });
    // No two are of one age, as no two rows are in a table that orders equal ones.
    this.now++;
  }

  take(): void {
    const expected = this.expectedNext();
    const limit = this.limit;
    const taken = takeNext(this.open, limit, this.now);
    check(taken?.job.id === expected?.[0], 'the best of all is taken', [taken, expected]);
    if (!taken || !expected) return;
    this.put(taken);
    const [, account] = expected;
    account.status = 'processing';
    account.attempts++;
    account.dueAt = 0;
    if (this.circuit === 'open') this.circuit = 'trial';
    check(this.running.length <= limit, 'no more run than may', limit);
  }

  complete(nth: number): void {
    const [id, account] = this.pick(this.running, nth);
    if (!account) return;
    this.put(completeQueued(this.queued(id), RESULT, this.now));
    if (this.circuit === 'trial') reached.trialsPassed++;
    account.status = 'completed';
    this.failures = 0;
    this.circuit = 'closed';
  }

  fail(nth: number, failure: Failure): void {
    const [id, account] = this.pick(this.running, nth);
    if (!account) return;
    this.put(failQueued(this.queued(id), new StudioError(ERRORS[failure], 'Broken.'), this.now));
    const quality = failure === 'resource' ? LOWER[account.quality] : account.quality;
    if (failure === 'bad input' || quality === null || account.attempts >= account.maxAttempts) {
      account.status = 'failed';
      reached.failed++;
    } else {
      const delay = [1000, 2000, 4000, 8000][account.attempts - 1] ?? 8000;
      reached.longestDelay = Math.max(reached.longestDelay, delay);
      if (quality !== account.quality) reached.stepsDown++;
      account.status = 'pending';
      account.dueAt = this.now + delay;
      account.quality = quality;
    }
    if (failure === 'bad input') this.withoutVerdict();
    else this.countFailure();
  }

  private countFailure(): void {
    this.failures++;
    if (this.circuit === 'trial') reached.trialsFailed++;
    if (this.failures < 5) return;
    if (this.failures === 5) reached.opened++;
    this.circuit = 'open';
    this.trialAt = this.now + 60_000;
  }

  cancel(nth: number): void {
    const [id, account] = this.pick(this.unfinished, nth);
    if (!account) return;
    this.put(cancelQueued(this.queued(id), this.now));
    if (account.status === 'processing') this.withoutVerdict();
    account.status = 'cancelled';
    account.paused = false;
    account.dueAt = 0;
  }

  pause(nth: number): void {
    const [id, account] = this.pick(this.unfinished, nth);
    if (!account) return;
    this.put(pauseQueued(this.queued(id)));
    this.interrupt(account);
    account.paused = true;
  }

  resume(nth: number): void {
    const [id, account] = this.pick(this.unfinished, nth);
    if (!account) return;
    this.put({ ...this.queued(id), job: resumeJob(this.queued(id).job) });
    account.paused = false;
  }

  retry(nth: number): void {
    const [id, account] = this.pick(this.given, nth);
    if (!account) return;
    this.put({ ...this.queued(id), job: restartJob(this.queued(id).job) });
    Object.assign(account, { status: 'pending', attempts: 0, dueAt: 0, quality: account.asked });
  }

  setPriority(nth: number, priority: number): void {
    const [id, account] = this.pick(this.unfinished, nth);
    if (!account) return;
    this.put({ ...this.queued(id), job: prioritiseJob(this.queued(id).job, priority) });
    account.priority = priority;
  }

  takeOver(): void {
    const { fence } = this.queue;
    if (this.running.length > 0) reached.takeovers++;
    this.putAll(takeLead(this.open));
    for (const [, account] of this.running) this.interrupt(account);
    check(this.queue.fence === fence + 1, 'a new leader has a new fence');
  }

  pauseQueue(): void {
    this.putAll(pauseQueue(this.open));
    for (const [, account] of this.running) this.interrupt(account);
  }

  resumeQueue(): void {
    this.queue = resumeQueue(this.queue, this.now);
    if (this.circuit === 'open') this.trialAt = this.now;
  }

  /** To the moment at which the queue says that it has to look again, or a while later where it says nothing. */
  sleep(milliseconds: number): void {
    const wake = nextWake(this.open, this.limit, this.now);
    if (wake === null) {
      this.now += milliseconds;
      return;
    }
    check(nextJob(this.open, this.limit, wake - 1) === this.expectedJob(wake - 1), 'nothing new before the alarm');
    this.now = wake;
    check(this.expectedNext() !== undefined, 'the alarm rings for a job that may start');
  }

  /** The stored rows say what the account says. */
  compare(): void {
    check(this.jobs.length === this.accounts.size, 'no job is lost, none is there twice');
    for (const job of this.jobs) {
      const account = this.accounts.get(job.id);
      check(account !== undefined && agree(job, account), 'a row and its account differ', [job, account]);
    }
    check(this.queue.failuresInARow === this.failures, 'failures are counted', [this.queue, this.failures]);
    check(this.queue.circuit === this.circuit, 'the circuit is as it should be', [this.queue, this.circuit]);
    check(this.circuit !== 'trial' || this.running.length === 1, 'a trial is one job');
  }

  get limit(): number {
    return this.queue.concurrency ?? 1;
  }

  private get open(): QueueState {
    return { queue: this.queue, jobs: this.jobs.filter((job) => !isFinished(job)) };
  }

  private get running() {
    return this.those((account) => account.status === 'processing');
  }

  private get unfinished() {
    return this.those((account) => account.status === 'processing' || account.status === 'pending');
  }

  private get given() {
    return this.those((account) => account.status === 'failed' || account.status === 'cancelled');
  }

  private those(wanted: (account: Account) => boolean): [string, Account][] {
    return [...this.accounts].filter(([, account]) => wanted(account));
  }

  private pick(entries: readonly [string, Account][], nth: number): [string, Account | undefined] {
    return entries[nth % Math.max(1, entries.length)] ?? ['none', undefined];
  }

  /** The best of all that may start, looked for one by one. */
  private expectedNext(now = this.now): [string, Account] | undefined {
    if (this.queue.paused || this.circuit === 'trial') return undefined;
    const running = this.running.length;
    if (this.circuit === 'open' ? running > 0 || now < this.trialAt : running >= this.limit) return undefined;
    let best: [string, Account] | undefined;
    for (const entry of this.accounts) {
      const [, { status, paused, dueAt, priority, age }] = entry;
      if (status !== 'pending' || paused || dueAt > now) continue;
      const better = !best || priority > best[1].priority || (priority === best[1].priority && age < best[1].age);
      if (better) best = entry;
    }
    return best;
  }

  private expectedJob(now: number): RenderJob | null {
    const id = this.expectedNext(now)?.[0];
    return this.jobs.find((job) => job.id === id) ?? null;
  }

  private interrupt(account: Account): void {
    if (account.status !== 'processing') return;
    account.status = 'pending';
    account.attempts--;
    this.withoutVerdict();
  }

  private withoutVerdict(): void {
    if (this.circuit === 'trial') this.circuit = 'open';
  }

  private queued(id: string): QueuedJob {
    const job = this.jobs.find((row) => row.id === id);
    if (!job) throw new Error(`${id} is lost.`);
    return { job, queue: this.queue };
  }

  private put({ job, queue }: QueuedJob): void {
    this.jobs[this.jobs.findIndex((row) => row.id === job.id)] = job;
    this.queue = queue;
  }

  private putAll({ jobs, queue }: QueueState): void {
    for (const job of jobs) this.put({ job, queue });
    this.queue = queue;
  }
}

function agree(job: RenderJob, account: Account): boolean {
  return (
    job.status === account.status &&
    job.attempts === account.attempts &&
    job.paused === account.paused &&
    (job.retryAt ?? 0) === account.dueAt &&
    job.settings.quality === account.quality &&
    job.steppedDownFrom === (account.quality === account.asked ? null : account.asked)
  );
}

function check(holds: boolean, promise: string, seen?: unknown): asserts holds {
  if (!holds) throw new Error(`broken: ${promise} ${JSON.stringify(seen)}`);
}

type Step = (world: World, a: number, b: number) => void;

const FAILURES = ['recoverable', 'resource', 'recoverable', 'bad input', 'recoverable'] as const;

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

function run(world: World, end: () => void): void {
  world.sleep(0);
  world.take();
  end();
}

function runAndComplete(world: World, a: number): void {
  run(world, () => world.complete(a));
}

function runAndFail(world: World, a: number, b: number): void {
  run(world, () => world.fail(a, FAILURES[b % FAILURES.length] ?? 'recoverable'));
}

/** Whatever is begun fails; rare, because it makes for long sequences. */
function badDay(world: World, a: number): void {
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
      const world = new World();
      for (const [index, a, b] of steps) {
        const [name, step] = STEPS[index] ?? ['take', (idle: World) => idle.take()];
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
