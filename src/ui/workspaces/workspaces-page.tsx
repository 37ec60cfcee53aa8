import { FileUp, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { PageFrame } from '../pages/page-frame.tsx';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { ArchivePanel } from './archive-panel.tsx';
import { BrandPanel } from './brand-panel.tsx';
import { NameForm } from './name-form.tsx';
import { useOpenWorkspace } from './open-workspace.tsx';
import { useWorkspaces } from './use-workspaces.ts';
import { WorkspaceRow } from './workspace-row.tsx';

/** All workspaces of this browser: each has its own media, projects and videos. */
export function WorkspacesPage() {
  const { workspaces: operations } = useEditor().studio;
  const { workspaces, openId } = useWorkspaces();
  const { open, failure: openFailure, question } = useOpenWorkspace();
  const { failure, attempt } = useAttempt();
  const [naming, setNaming] = useState(false);
  const newButton = useRef<HTMLButtonElement>(null);
  const endNaming = () => {
    flushSync(() => setNaming(false));
    newButton.current?.focus();
  };
  const shownFailure = failure ?? openFailure;
  return (
    <PageFrame
      title={t`Workspaces`}
      summary={t`Each has media, projects, exports and settings of its own: nothing crosses from one to another.`}
      actions={
        !naming && (
          <>
            <ImportButton attempt={attempt} />
            <Button ref={newButton} onClick={() => setNaming(true)}>
              <Plus aria-hidden className="size-4.5" />
              {t`New workspace`}
            </Button>
          </>
        )
      }
    >
      {shownFailure && (
        <div role="alert">
          <Notice severity="error">{shownFailure}</Notice>
        </div>
      )}
      <ArchivePanel />
      {naming && (
        <section aria-label={t`New workspace`} className="flex rounded-card border border-line bg-surface-2 p-4">
          <NameForm
            label={t`Name of the new workspace`}
            name=""
            submitLabel={t`Make it`}
            onCancel={endNaming}
            onSubmit={async (draft) => {
              const made = await operations.create(draft);
              endNaming();
              announce(t`${made.name} was made`);
            }}
          />
        </section>
      )}
      <ul aria-label={t`Workspaces`} className="rounded-card border border-line bg-surface-2">
        {workspaces.map((workspace) => (
          <WorkspaceRow
            key={workspace.id}
            workspace={workspace}
            isOpen={workspace.id === openId}
            onOpen={() => open(workspace)}
            attempt={attempt}
          />
        ))}
      </ul>
      <BrandPanel workspace={workspaces.find(({ id }) => id === openId)?.name ?? ''} />
      {question}
    </PageFrame>
  );
}

/** Reads an archive into a workspace of its own. */
function ImportButton({ attempt }: { attempt: (work: () => Promise<unknown>) => void }) {
  const { archives } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t`Archive of a workspace`}
        accept=".zip,application/zip"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) attempt(() => archives.importWhole(file));
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <FileUp aria-hidden className="size-4.5" />
        {t`Import`}
      </Button>
    </>
  );
}
