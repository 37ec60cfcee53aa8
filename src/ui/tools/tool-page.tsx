import { type ReactNode, useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { PageFrame } from '../pages/page-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { t, translate } from '../words/words.ts';
import type { ToolWork } from './tool-work.ts';

interface ToolPageProps {
  readonly title: string;
  readonly summary: string;
  readonly work: ToolWork<string, unknown>;
  /** What is shown while there is a choice, while work is under way, and once it is done. */
  readonly setup: ReactNode;
  readonly running: ReactNode;
  readonly done: ReactNode;
}

/** One screen of a tool: choices, then progress, then what was made. */
export function ToolPage({ title, summary, work, setup, running, done }: ToolPageProps) {
  return (
    <PageFrame title={title} summary={summary}>
      <div className="flex w-full max-w-160 flex-col gap-6">
        {work.kind === 'failed' && (
          <div role="alert">
            <Notice severity="error">{translate(work.error.message)}</Notice>
          </div>
        )}
        {(work.kind === 'choosing' || work.kind === 'failed') && setup}
        {work.kind === 'running' && running}
        {work.kind === 'done' && done}
      </div>
    </PageFrame>
  );
}

/** Says what a tool begins to do, and how it ended. @param words of each step, and of the end. */
export function useToolAnnouncements<Step extends string>(
  state: StoreApi<{ readonly work: ToolWork<Step, unknown> }>,
  words: Readonly<Record<Step, string>>,
  doneWords: string,
): void {
  useEffect(
    () =>
      state.subscribe(({ work }, { work: before }) => {
        if (work === before) return;
        if (work.kind === 'running' && !(before.kind === 'running' && before.step.name === work.step.name)) {
          announce(words[work.step.name]);
        }
        if (work.kind === 'done') announce(doneWords);
        if (work.kind === 'choosing' && before.kind === 'running') announce(t`Cancelled`);
      }),
    [state, words, doneWords],
  );
}
