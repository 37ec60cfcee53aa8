import { useEffect, useRef } from 'react';
import type { RenderJob } from '#core/job/job.ts';
import { announce } from '../state/announcements.ts';
import { changeWords } from './job-words.ts';

/** Tells screen readers what becomes of the jobs while the page is open. */
export function useAnnouncements(jobs: readonly RenderJob[] | undefined): void {
  const told = useRef<readonly RenderJob[] | undefined>(undefined);
  useEffect(() => {
    const before = new Map(told.current?.map((job) => [job.id, job]));
    told.current = jobs;
    const news = (jobs ?? []).flatMap((job) => {
      const known = before.get(job.id);
      return (known && changeWords(known, job)) ?? [];
    });
    if (news.length > 0) announce(news.join('. '));
  }, [jobs]);
}
