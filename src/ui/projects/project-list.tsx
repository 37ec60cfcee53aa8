import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Project } from '#core/project/project.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Thumbnail } from '../parts/thumbnail.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { useThumbnail } from '../state/media.ts';
import { useStored } from '../state/stored.ts';
import { formatAge } from '../view/format.ts';
import { t } from '../words/words.ts';

/** All videos, to open or delete one, and the way to a new one. A deletion can be undone while the list is open. */
export function ProjectList({ onLeave }: { onLeave: () => void }) {
  const editor = useEditor();
  const { studio } = editor;
  const currentId = useProject((project) => project.id);
  const projects = useStored(() => studio.projects.list(), [studio]);
  const { failure, attempt } = useAttempt();
  const deletion = useDeletion(currentId);
  const open = (find: () => Promise<Project>) =>
    attempt(async () => {
      await editor.open(await find());
      onLeave();
    });
  return (
    <>
      <Button onClick={() => open(() => studio.projects.create())}>
        <Plus aria-hidden className="size-4" />
        {t`New video`}
      </Button>
      {failure && <Notice severity="error">{failure}</Notice>}
      {deletion.deleted && (
        <div role="status" className="flex items-center gap-2 rounded-control bg-surface-2 py-1 pe-1 ps-3 text-small">
          <span className="min-w-0 flex-1 truncate" title={deletion.deleted.name}>
            {t`Deleted “${deletion.deleted.name}”`}
          </span>
          <Button size="small" tone="bare" className="text-text" onClick={() => attempt(deletion.undo)}>
            {t`Undo`}
          </Button>
        </div>
      )}
      <ul aria-label={t`Videos`} className="-mx-1 flex min-h-0 flex-col overflow-y-auto px-1">
        {projects?.map((project) => (
          <li
            key={project.id}
            className="group flex items-center rounded-control pe-1 transition-colors duration-150 ease-out hover:bg-surface-2 has-[[aria-current]]:bg-surface-3"
          >
            <button
              type="button"
              aria-current={project.id === currentId ? 'true' : undefined}
              onClick={() => open(() => studio.projects.get(project.id))}
              className="flex min-w-0 flex-1 items-center gap-3 rounded-control p-2 text-start -outline-offset-2"
            >
              <ProjectThumbnail project={project} />
              <span className="min-w-0 flex-1">
                <span className="block truncate" title={project.name}>
                  {project.name}
                </span>
                <span className="block text-small text-text-muted">
                  {itemCount(project)}, {formatAge(project.updatedAt, Date.now())}
                </span>
              </span>
            </button>
            <IconButton label={t`Delete ${project.name}`} onClick={() => attempt(() => deletion.remove(project))}>
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Deletes a video, and brings the one deleted last back. The one that is open gives way to the next. */
function useDeletion(currentId: string) {
  const editor = useEditor();
  const { projects } = editor.studio;
  const [last, setLast] = useState<{ readonly project: Project; readonly wasOpen: boolean } | null>(null);
  const remove = async (listed: Project) => {
    const wasOpen = listed.id === currentId;
    const project = wasOpen ? editor.history.current.getState().project : listed;
    if (wasOpen) {
      const next = (await projects.list()).find(({ id }) => id !== project.id);
      await editor.open(next ?? (await projects.create()));
    }
    await projects.remove(project.id);
    setLast({ project, wasOpen });
    announce(t`${project.name} deleted`);
  };
  const undo = async () => {
    if (!last) return;
    await projects.save(last.project);
    if (last.wasOpen) await editor.open(last.project);
    setLast(null);
    announce(t`${last.project.name} is back`);
  };
  return { deleted: last?.project ?? null, remove, undo };
}

function ProjectThumbnail({ project }: { project: Project }) {
  return <Thumbnail url={useThumbnail(project.items[0]?.assetId)} className="size-10" />;
}

function itemCount({ items }: Project): string {
  if (items.length === 0) return t`Empty`;
  return items.length === 1 ? t`1 shot` : t`${items.length} shots`;
}
