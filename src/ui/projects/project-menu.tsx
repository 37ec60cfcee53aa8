import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { PopoverPanel } from '../parts/popover-panel.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { ProjectList } from './project-list.tsx';

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
          aria-label={t`Video: ${name}`}
          title={name}
          className="min-w-0 shrink! text-text"
        >
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-text-muted" />
        </Button>
      </Popover.Trigger>
      <PopoverPanel label={t`Videos`} align="center" className="w-[min(340px,calc(100vw-16px))] gap-3 p-3">
        <NameField onDone={() => setOpen(false)} />
        <ProjectList onLeave={() => setOpen(false)} />
      </PopoverPanel>
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
        {t`Name of this video`}
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
