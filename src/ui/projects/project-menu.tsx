import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronDown, Film, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useId, useState } from 'react';
import { toStudioError } from '#core/errors.ts';
import type { Project } from '#core/project/project.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { useThumbnail } from '../state/media.ts';
import { formatAge } from '../view/format.ts';

/** The name of the video, and the way to the others. */
export function ProjectMenu() {
  const name = useProject((project) => project.name);
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button
          tone="bare"
          size="small"
          aria-label={`Video: ${name}`}
          title={name}
          className="min-w-0 shrink! text-text"
        >
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-text-muted" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="center"
          sideOffset={8}
          collisionPadding={8}
          aria-label="Videos"
          className="z-40 flex max-h-[min(70dvh,560px)] w-[min(340px,calc(100vw-16px))] animate-unfold flex-col gap-3 rounded-card border border-line bg-surface-1 p-3"
        >
          <NameField onDone={() => setOpen(false)} />
          <ProjectList onLeave={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function NameField({ onDone }: { onDone: () => void }) {
  const { history } = useEditor();
  const name = useProject((project) => project.name);
  const [draft, setDraft] = useState(name);
  const id = useId();
  useEffect(() => setDraft(name), [name]);
  const commit = () => {
    const next = draft.trim();
    if (next !== '' && next !== name) history.edit((project) => ({ ...project, name: next }));
    else setDraft(name);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="px-1 text-small text-text-muted">
        Name of this video
      </label>
      <input
        id={id}
        value={draft}
        maxLength={120}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          commit();
          onDone();
        }}
        className="h-10 rounded-control border border-line-strong bg-surface-2 px-3 max-lg:h-11 max-lg:text-large"
      />
    </div>
  );
}

function ProjectList({ onLeave }: { onLeave: () => void }) {
  const editor = useEditor();
  const { studio } = editor;
  const currentId = useProject((project) => project.id);
  const projects = useLiveQuery(() => studio.projects.list(), [studio]);
  const [failure, setFailure] = useState<string | null>(null);
  const openProject = async (find: () => Promise<Project>) => {
    try {
      await editor.open(await find());
      onLeave();
    } catch (thrown) {
      setFailure(toStudioError(thrown).message);
    }
  };
  return (
    <>
      <Button onClick={() => void openProject(() => studio.projects.create())}>
        <Plus aria-hidden className="size-4" />
        New video
      </Button>
      {failure && <Notice severity="error">{failure}</Notice>}
      <ul aria-label="Videos" className="-mx-1 flex min-h-0 flex-col overflow-y-auto px-1">
        {projects?.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              aria-current={project.id === currentId ? 'true' : undefined}
              onClick={() => void openProject(() => studio.projects.get(project.id))}
              className="flex w-full items-center gap-3 rounded-control p-2 text-left transition-colors duration-150 ease-out -outline-offset-2 hover:bg-surface-2 aria-[current]:bg-surface-3"
            >
              <ProjectThumbnail project={project} />
              <span className="min-w-0 flex-1">
                <span className="block truncate" title={project.name}>
                  {project.name}
                </span>
                <span className="block text-small text-text-muted">
                  {photoCount(project)}, {formatAge(project.updatedAt, Date.now())}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function ProjectThumbnail({ project }: { project: Project }) {
  const url = useThumbnail(project.photos[0]?.assetId);
  return (
    <span className="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-thumb bg-surface-2">
      {url ? (
        <img src={url} alt="" className="size-full object-cover" />
      ) : (
        <Film aria-hidden className="size-4 text-text-muted" />
      )}
    </span>
  );
}

function photoCount({ photos }: Project): string {
  if (photos.length === 0) return 'Empty';
  return photos.length === 1 ? '1 photo' : `${photos.length} photos`;
}
