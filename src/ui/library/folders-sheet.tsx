import { FolderInput, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Folder, type FolderNode, flattened, folderTree, within } from '#core/library/folders.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Confirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { OneLineForm } from '../parts/one-line-form.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { t } from '../words/words.ts';
import { Choice } from './choice.tsx';
import { FolderOptions } from './filing-fields.tsx';

/** Makes folders, renames and moves them, and takes them away. */
export function FoldersSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} title={t`Folders`} floor="edge" onClose={onClose}>
      <Folders />
    </Sheet>
  );
}

type Change = { readonly id: string; readonly kind: 'name' | 'place' };

function Folders() {
  const { library } = useEditor().studio;
  const folders = useStored(() => library.folders(), [library]) ?? [];
  const { failure, attempt } = useAttempt();
  const [change, setChange] = useState<Change | null>(null);
  const apply = (action: () => Promise<unknown>) =>
    attempt(async () => {
      await action();
      setChange(null);
    });
  const nodes = flattened(folderTree(folders));
  return (
    <div className="flex flex-col gap-5">
      {failure && <Notice severity="error">{failure}</Notice>}
      {nodes.length === 0 ? (
        <p className="text-text-muted">
          {t`There are no folders yet. Files that are put into one are still found by search.`}
        </p>
      ) : (
        <ul aria-label={t`Folders`} className="flex flex-col">
          {nodes.map(({ folder, depth }) => (
            <li
              key={folder.id}
              className="flex flex-col gap-2 border-b border-line py-1.5 last:border-b-0"
              style={{ paddingLeft: depth * 16 }}
            >
              <div className="flex items-center gap-1">
                <span className="min-w-0 flex-1 truncate" title={folder.name}>
                  {folder.name}
                </span>
                <FolderButtons
                  folder={folder}
                  onChange={setChange}
                  onRemove={() => apply(() => library.removeFolder(folder.id))}
                />
              </div>
              {change?.id === folder.id && change.kind === 'name' && (
                <OneLineForm
                  label={t`New name of ${folder.name}`}
                  submit={t`Rename`}
                  initial={folder.name}
                  onSubmit={(name) => apply(() => library.renameFolder(folder.id, name))}
                />
              )}
              {change?.id === folder.id && change.kind === 'place' && (
                <PlaceChoice
                  folder={folder}
                  nodes={nodes.filter((node) => !within(folders, folder.id).has(node.folder.id))}
                  onChoose={(parentId) => apply(() => library.moveFolder(folder.id, parentId))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <OneLineForm
        label={t`New folder`}
        submit={t`Create`}
        initial=""
        onSubmit={(name) => apply(() => library.createFolder(name, null))}
      />
    </div>
  );
}

interface FolderButtonsProps {
  readonly folder: Folder;
  readonly onChange: (change: Change) => void;
  readonly onRemove: () => void;
}

function FolderButtons({ folder: { id, name }, onChange, onRemove }: FolderButtonsProps) {
  return (
    <>
      <IconButton label={t`Rename ${name}`} onClick={() => onChange({ id, kind: 'name' })}>
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t`Move ${name}`} onClick={() => onChange({ id, kind: 'place' })}>
        <FolderInput aria-hidden className="size-4" />
      </IconButton>
      <Confirm
        title={t`Remove the folder “${name}”?`}
        text={t`The folders in it go with it. Its files stay: they go one folder further out.`}
        confirmLabel={t`Remove folder`}
        onConfirm={onRemove}
      >
        <IconButton label={t`Remove ${name}`}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </Confirm>
    </>
  );
}

interface PlaceChoiceProps {
  readonly folder: Folder;
  /** It cannot come to lie in itself: those that it holds are not among them. */
  readonly nodes: readonly FolderNode[];
  readonly onChoose: (parentId: string | null) => void;
}

function PlaceChoice({ folder, nodes, onChoose }: PlaceChoiceProps) {
  return (
    <Choice
      label={t`Folder that ${folder.name} lies in`}
      value={folder.parentId ?? ''}
      onChoose={(id) => onChoose(id === '' ? null : id)}
    >
      <option value="">{t`The library itself`}</option>
      <FolderOptions nodes={nodes} />
    </Choice>
  );
}
