import { Trash2 } from 'lucide-react';
import type { StoredProject } from '#core/disk/storage-usage.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { projectDetail } from './storage-words.ts';
import { StoredList } from './stored-list.tsx';
import type { UsageActions } from './use-usage.ts';

/** Projects by the room that their media takes. */
export function ProjectsList({ items, act }: { items: readonly StoredProject[]; act: UsageActions['act'] }) {
  const { projects } = useEditor().studio;
  const openId = useProject(({ id }) => id);
  return (
    <StoredList
      title={t`Projects`}
      total={items.length === 1 ? t`1 project` : t`${items.length} projects`}
      note={t`A project itself is small: these are the sizes of its media, counted again where projects share it.`}
      items={items}
      detail={(project) =>
        project.id === openId ? t`Open now. Open another video to delete it` : projectDetail(project)
      }
      actions={({ id, name }) =>
        id !== openId && (
          <IconButton
            label={t`Delete the project ${name}`}
            onClick={() => act(t`${name} is in the trash`, () => projects.remove(id))}
          >
            <Trash2 aria-hidden className="size-4.5" />
          </IconButton>
        )
      }
    />
  );
}
