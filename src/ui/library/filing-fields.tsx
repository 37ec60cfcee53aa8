import { X } from 'lucide-react';
import { type FolderNode, flattened, folderTree } from '#core/library/folders.ts';
import type { AssetId } from '#core/media/asset.ts';
import { Field } from '../parts/field.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { OneLineForm } from '../parts/one-line-form.tsx';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { t } from '../words/words.ts';
import { Choice } from './choice.tsx';

/** How one asset, or several at once, are put away. */

/** Runs what may fail, and shows the reason beside it. */
type Attempt = (action: () => Promise<unknown>) => void;

interface TagsFieldProps {
  readonly ids: readonly AssetId[];
  /** Those that any of them has. */
  readonly tags: readonly string[];
  readonly attempt: Attempt;
}

export function TagsField({ ids, tags, attempt }: TagsFieldProps) {
  const { library } = useEditor().studio;
  return (
    <Field title={t`Tags`}>
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag} className="flex items-center rounded-full border border-line bg-surface-3 ps-3 text-small">
              {tag}
              <IconButton
                label={t`Remove the tag ${tag}`}
                className="size-7"
                onClick={() => attempt(() => library.removeTag(ids, tag))}
              >
                <X aria-hidden className="size-3.5" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <OneLineForm
        label={t`New tag`}
        submit={t`Add`}
        initial=""
        onSubmit={(tag) => attempt(() => library.addTag(ids, tag))}
      />
    </Field>
  );
}

interface FolderFieldProps {
  readonly ids: readonly AssetId[];
  /** Null for no folder; undefined where they lie in different ones. */
  readonly folderId: string | null | undefined;
  readonly attempt: Attempt;
}

/** What stands for no folder, and for several. */
const NONE = '';
const SEVERAL = 'several';

/** Where they lie. A new folder is made inside of that one. */
export function FolderField({ ids, folderId, attempt }: FolderFieldProps) {
  const { library } = useEditor().studio;
  const folders = useStored(() => library.folders(), [library]) ?? [];
  const create = async (name: string) => library.moveTo(ids, await library.createFolder(name, folderId ?? null));
  return (
    <Field title={t`Folder`}>
      {folders.length > 0 && (
        <Choice
          label={ids.length === 1 ? t`Folder of this file` : t`Folder of these files`}
          value={folderId === undefined ? SEVERAL : (folderId ?? NONE)}
          onChoose={(id) => attempt(() => library.moveTo(ids, id === NONE ? null : id))}
        >
          {folderId === undefined && (
            <option value={SEVERAL} disabled>
              {t`Different folders`}
            </option>
          )}
          <option value={NONE}>{t`No folder`}</option>
          <FolderOptions nodes={flattened(folderTree(folders))} />
        </Choice>
      )}
      <OneLineForm
        label={folderId ? t`New folder in this one` : t`New folder`}
        submit={t`Create`}
        initial=""
        onSubmit={(name) => attempt(() => create(name))}
      />
    </Field>
  );
}

/** Each indented by how deep it lies. */
export function FolderOptions({ nodes }: { nodes: readonly FolderNode[] }) {
  return nodes.map(({ folder, depth }) => (
    <option key={folder.id} value={folder.id}>
      {'\u2003'.repeat(depth) + folder.name}
    </option>
  ));
}
