import type { ClockWorker } from '#protocol/clock.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import { ClockWaits } from './clock-waits.ts';

exposeWorker<ClockWorker>(new ClockWaits());
