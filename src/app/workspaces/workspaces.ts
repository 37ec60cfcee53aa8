import { StudioError } from '#core/errors.ts';
import type { Workspaces } from '../studio/workspaces.ts';
import { finishUnfinished } from './finish-unfinished.ts';
import { createWorkspaceArchives, type WorkspaceArchivesTools } from './workspace-archives.ts';
import type { WorkspaceChoice } from './workspace-choice.ts';

export interface WorkspacesTools extends WorkspaceArchivesTools {
  readonly choice: Pick<WorkspaceChoice, 'remember'>;
  /** The one that is open here. */
  readonly openId: string;
  readonly page: Pick<Location, 'reload'>;
}

export function createWorkspaces(tools: WorkspacesTools): Workspaces {
  const { registry, choice, openId, page, onError } = tools;
  return {
    ...createWorkspaceArchives(tools),
    list: () => registry.list(),
    create: (name) => registry.create(name, Date.now()),
    rename: (id, name) => registry.rename(id, name),
    async open(id) {
      if (id === openId) return;
      if ((await registry.find(id)) === null) throw gone(id);
      choice.remember(id);
      page.reload();
    },
    async remove(id) {
      if (id === openId) throw openHere();
      await registry.beginRemoval(id);
      // Not awaited: a tab that has it open may take its time to let go.
      finishUnfinished(registry, id).catch(onError);
    },
  };
}

function gone(id: string): StudioError {
  return new StudioError('not-found', 'This workspace does not exist any more: it was deleted.', {
    rule: 'workspace exists',
    value: id,
  });
}

function openHere(): StudioError {
  return new StudioError(
    'state-conflict',
    'This workspace is open in this tab. Open another one here, then delete this one.',
    { rule: 'not open in this tab' },
  );
}
