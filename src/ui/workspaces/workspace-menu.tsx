import { Check, ChevronDown, Settings2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { FrameSign, Wordmark } from '../create/wordmark.tsx';
import { InstallEntry } from '../install/install-entry.tsx';
import { addressOf } from '../pages/address.ts';
import { Notice } from '../parts/notice.tsx';
import { PopoverPanel } from '../parts/popover-panel.tsx';
import { LanguageField } from '../words/language-field.tsx';
import { t } from '../words/words.ts';
import { useOpenWorkspace } from './open-workspace.tsx';
import { useWorkspaces } from './use-workspaces.ts';

/** The product's name, or that of the workspace where there are several, and the way to the others. */
export function WorkspaceMenu() {
  const { workspaces, openId } = useWorkspaces();
  const { open, failure, question } = useOpenWorkspace();
  const [unfolded, setUnfolded] = useState(false);
  const name = workspaces.find(({ id }) => id === openId)?.name ?? '';
  return (
    <Popover.Root open={unfolded} onOpenChange={setUnfolded}>
      <Popover.Trigger className="-ms-2 flex h-9 min-w-0 shrink-0 items-center gap-1.5 rounded-control px-2 transition-colors duration-150 ease-out hover:bg-surface-3 max-lg:h-11">
        {workspaces.length === 1 ? (
          <>
            <Wordmark />
            <span className="sr-only">{t`, workspace ${name}`}</span>
          </>
        ) : (
          <span className="flex min-w-0 items-center gap-2.5 font-medium">
            <FrameSign />
            <span className="sr-only">{t`Workspace`}</span>
            <span className="max-w-36 truncate">{name}</span>
          </span>
        )}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-text-muted" />
      </Popover.Trigger>
      <PopoverPanel label={t`Workspaces`} align="start" className="w-[min(300px,calc(100vw-16px))] p-2">
        <ul className="flex min-h-0 flex-col overflow-y-auto">
          {workspaces.map((workspace) => (
            <li key={workspace.id}>
              <button
                type="button"
                aria-current={workspace.id === openId ? 'true' : undefined}
                onClick={() => {
                  setUnfolded(false);
                  if (workspace.id !== openId) open(workspace);
                }}
                className="flex h-10 w-full items-center gap-3 rounded-control px-3 text-start text-text-muted -outline-offset-2 transition-colors duration-150 ease-out hover:bg-surface-2 hover:text-text aria-[current]:text-text max-lg:h-12"
              >
                <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
                {workspace.id === openId && <Check aria-hidden className="size-4 shrink-0 text-gold" />}
              </button>
            </li>
          ))}
        </ul>
        {failure && <Notice severity="error">{failure}</Notice>}
        <div aria-hidden className="mx-1 my-2 h-px shrink-0 bg-line" />
        <a
          href={addressOf('workspaces')}
          onClick={() => setUnfolded(false)}
          className="flex h-10 shrink-0 items-center gap-3 rounded-control px-3 text-text-muted -outline-offset-2 transition-colors duration-150 ease-out hover:bg-surface-2 hover:text-text max-lg:h-12"
        >
          <Settings2 aria-hidden className="size-4.5" />
          {t`Manage workspaces`}
        </a>
        <InstallEntry onFollow={() => setUnfolded(false)} />
        <div aria-hidden className="mx-1 my-2 h-px shrink-0 bg-line" />
        <div className="px-3 pb-1">
          <LanguageField />
        </div>
      </PopoverPanel>
      {question}
    </Popover.Root>
  );
}
