import { type ReactNode, useState } from 'react';
import type { Workspace } from '#core/workspace/workspace.ts';
import { useAttempt } from '../parts/attempt.ts';
import { ConfirmDialog } from '../parts/confirm.tsx';
import { type Editor, useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { workInHand } from './work-in-hand.ts';

interface Opening {
  /** Opens a workspace in this tab, after a question where that would cut something short. */
  readonly open: (workspace: Workspace) => void;
  readonly failure: string | null;
  /** The question; it belongs somewhere on the page. */
  readonly question: ReactNode;
}

export function useOpenWorkspace(): Opening {
  const editor = useEditor();
  const { failure, attempt } = useAttempt();
  const [asked, setAsked] = useState<{ readonly workspace: Workspace; readonly work: string } | null>(null);
  const go = ({ id }: Workspace) => attempt(() => saveAndOpen(editor, id));
  return {
    failure,
    open(workspace) {
      const work = workInHand(editor);
      if (work === null) go(workspace);
      else setAsked({ workspace, work });
    },
    question: (
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t`Open “${asked?.workspace.name ?? ''}” now?`}
        text={t`In this workspace ${asked?.work ?? t`something is under way`}. That ends with the page; what is finished is kept.`}
        cancelLabel={t`Stay here`}
        confirmLabel={t`Open it now`}
        onConfirm={() => asked && go(asked.workspace)}
      />
    ),
  };
}

/** What could not be saved is kept beside the database, and saved when this workspace is opened the next time. */
async function saveAndOpen({ autosave, studio }: Editor, id: string): Promise<void> {
  await autosave.flush();
  await studio.workspaces.open(id);
}
