import type { DiskWorker } from '#protocol/disk.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import { findRoom, hasRoom } from '#storage/files/probe-room.ts';

exposeWorker<DiskWorker>({ hasRoom, findRoom });
