import { FileArchive, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { Workspace } from '#core/workspace/workspace.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { locale, t } from '../words/words.ts';
import { NameForm } from './name-form.tsx';

interface WorkspaceRowProps {
  readonly workspace: Workspace;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** Shows why it failed. */
  readonly attempt: (work: () => Promise<unknown>) => void;
}

/** One workspace, and what may be done with it. */
export function WorkspaceRow({ workspace, isOpen, onOpen, attempt }: WorkspaceRowProps) {
  const { studio, archives } = useEditor();
  const { workspaces } = studio;
  const [renaming, setRenaming] = useState(false);
  const isBusy = useStore(archives.state, ({ work }) => work.kind === 'running');
  const pencil = useRef<HTMLButtonElement>(null);
  const endRenaming = () => {
    flushSync(() => setRenaming(false));
    pencil.current?.focus();
  };
  const { id, name, createdAt } = workspace;
  if (renaming) {
    return (
      <li className="flex border-b border-line px-4 py-3 last:border-b-0">
        <NameForm
          label={t`New name of ${name}`}
          name={name}
          submitLabel={t`Rename`}
          onCancel={endRenaming}
          onSubmit={async (draft) => {
            const renamed = await workspaces.rename(id, draft);
            endRenaming();
            announce(t`The workspace is called ${renamed.name}`);
          }}
        />
      </li>
    );
  }
  return (
    <li className="flex min-h-16 items-center gap-2 border-b border-line py-2 pe-2 ps-4 last:border-b-0 max-sm:flex-wrap max-sm:justify-end">
      <span className="min-w-0 flex-1 max-sm:basis-full">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="block text-small text-text-muted">
          {isOpen ? t`Open now. Open another one to delete it` : t`Made on ${DATE.format(createdAt)}`}
        </span>
      </span>
      {!isOpen && (
        <Button size="small" onClick={onOpen} aria-label={t`Open ${name}`}>
          {t`Open`}
        </Button>
      )}
      <IconButton ref={pencil} label={t`Rename ${name}`} onClick={() => setRenaming(true)}>
        <Pencil aria-hidden className="size-4.5" />
      </IconButton>
      <IconButton
        label={isBusy ? t`Export ${name}: another one is under way` : t`Export ${name}`}
        aria-disabled={isBusy}
        onClick={() => !isBusy && attempt(() => archives.exportWhole(workspace))}
      >
        <FileArchive aria-hidden className="size-4.5" />
      </IconButton>
      {!isOpen && (
        <Confirm
          title={t`Delete “${name}” for good?`}
          text={t`Everything in it goes: media, projects, finished videos and what was found out about them. This cannot be undone, and nothing of it goes to a trash. Export it first if you may need it again.`}
          confirmLabel={t`Delete for good`}
          onConfirm={() =>
            attempt(async () => {
              await workspaces.remove(id);
              announce(t`${name} was deleted`);
            })
          }
        >
          <IconButton label={t`Delete ${name}`}>
            <Trash2 aria-hidden className="size-4.5" />
          </IconButton>
        </Confirm>
      )}
    </li>
  );
}

const DATE = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' });
