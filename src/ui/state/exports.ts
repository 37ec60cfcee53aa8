import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { QueueStatus, RenderEstimate } from '#app/studio/exports.ts';
import { isFinished, type RenderJob } from '#core/job/job.ts';
import type { Platform } from '#core/platform/platforms.ts';
import type { PostingChoices } from '#core/platform/posting.ts';
import type { Project } from '#core/project/project.ts';
import type { RenderIssue } from '#core/render/render-issue.ts';
import { useEditor, useProject } from './editor.tsx';
import { useStored } from './stored.ts';

/** Exports of the workspace, newest first; undefined while they are looked up. */
export function useJobs(): readonly RenderJob[] | undefined {
  const { studio } = useEditor();
  return useStored(() => studio.exports.list(), [studio]);
}

/** What holds for all exports; undefined while it is looked up. */
export function useQueueStatus(): QueueStatus | undefined {
  const { studio } = useEditor();
  return useStored(() => studio.exports.queue.get(), [studio]);
}

/** One export, told of each step of its progress. */
export function useJob(id: string | null): RenderJob | null {
  const { studio } = useEditor();
  const [job, setJob] = useState<RenderJob | null>(null);
  useEffect(() => {
    setJob(null);
    if (id === null) return;
    return studio.exports.watch(id, setJob);
  }, [studio, id]);
  return job?.id === id ? job : null;
}

/** The export that is being made; else the one that waits longest, if not at the person's own wish. */
export function useRunningJob(): RenderJob | null {
  const jobs = useJobs();
  const running =
    jobs?.find((job) => job.status === 'processing') ?? jobs?.findLast((job) => !isFinished(job) && !job.paused);
  return useJob(running?.id ?? null);
}

/** How the videos of the workspace are posted. */
export function usePosting(): PostingChoices {
  return useStore(useEditor().posting.choices);
}

/** After an edit, in milliseconds: no question is asked while a person is typing. */
const QUESTION_PAUSE_MS = 200;

/** What stands between the project and a good video; null until it was looked at. */
export function useIssues(platforms: readonly Platform[] = []): readonly RenderIssue[] | null {
  const { studio } = useEditor();
  return useAnswer((project) => studio.exports.check(project, platforms), platforms);
}

/** How long an export would take and how large it would be; null while unknown. */
export function useEstimate(platforms: readonly Platform[] = []): RenderEstimate | null {
  const { studio } = useEditor();
  return useAnswer(
    (project) => (project.items.length > 0 ? studio.exports.estimate(project, platforms) : Promise.resolve(null)),
    platforms,
  );
}

/** Asks about the project after each edit and each choice of a platform; an answer that a newer question has overtaken is dropped. */
function useAnswer<Answer>(ask: (project: Project) => Promise<Answer>, platforms: readonly Platform[]): Answer | null {
  const project = useProject((whole) => whole);
  const [answer, setAnswer] = useState<Answer | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the same at each render, only its subject changes.
  useEffect(() => {
    let overtaken = false;
    const timer = setTimeout(async () => {
      // Media that an edit has just removed makes no answer; the export itself says why it cannot start.
      const next = await ask(project).catch(() => null);
      if (!overtaken) setAnswer(next);
    }, QUESTION_PAUSE_MS);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [project, platforms.join()]);
  return answer;
}
