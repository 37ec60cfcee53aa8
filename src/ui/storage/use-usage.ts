import { useState } from 'react';
import type { StorageUsage } from '#core/disk/storage-usage.ts';
import { useAttempt } from '../parts/attempt.ts';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';

export interface UsageActions {
  readonly usage: StorageUsage | undefined;
  readonly failure: string | null;
  /** Does something to what is stored, then says it and looks again: files go after their rows. */
  readonly act: (done: string, work: () => Promise<unknown>) => void;
}

export function useUsage(): UsageActions {
  const { studio } = useEditor();
  const [looked, setLooked] = useState(0);
  const usage = useStored(() => studio.disk.usage(), [studio, looked]);
  const { failure, attempt } = useAttempt();
  const act = (done: string, work: () => Promise<unknown>) =>
    attempt(async () => {
      try {
        await work();
        announce(done);
      } finally {
        setLooked((before) => before + 1);
      }
    });
  return { usage, failure, act };
}
