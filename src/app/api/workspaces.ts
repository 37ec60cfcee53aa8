import { z } from 'zod';
import type { Workspace } from '#core/workspace/workspace.ts';
import type { ArchiveOptions, ExportedWorkspace, Workspaces } from '../studio/workspaces.ts';
import { checkArgument, type FileInput, fileInputSchema, idSchema, listenerSchema } from './arguments.ts';
import { fileOf } from './media-input.ts';

const nameSchema = z.string();

/** `studio.workspaces`. */
export interface WorkspacesApi {
  /** The oldest first; `open` is the one of this page. */
  list(): Promise<(Workspace & { readonly open: boolean })[]>;
  create(name: string): Promise<Workspace>;
  rename(id: string, name: string): Promise<Workspace>;
  /** Loads the page anew with another workspace: wait for `studio` again. */
  open(id: string): Promise<void>;
  /** Deletes it with everything in it, for good. Not the one that is open, and not the last. */
  remove(id: string): Promise<void>;
  /** All of it in one ZIP archive; `discard` what it gives once it is saved. */
  export(id: string, options?: ArchiveOptions): Promise<ExportedWorkspace>;
  /** A new workspace from such an archive: whole or not at all. */
  import(archive: FileInput, options?: ArchiveOptions): Promise<Workspace>;
}

const optionsSchema = z
  .strictObject({
    signal: z.instanceof(AbortSignal).exactOptional(),
    onProgress: listenerSchema.pipe(z.custom<NonNullable<ArchiveOptions['onProgress']>>()).exactOptional(),
  })
  .optional();

export function createWorkspacesApi(workspaces: Workspaces, openId: string): WorkspacesApi {
  const id = (value: unknown) => checkArgument(idSchema, value, 'id');
  const name = (value: unknown) => checkArgument(nameSchema, value, 'name');
  return {
    list: async () => (await workspaces.list()).map((one) => ({ ...one, open: one.id === openId })),
    create: async (value) => workspaces.create(name(value)),
    rename: async (workspace, value) => workspaces.rename(id(workspace), name(value)),
    open: async (workspace) => workspaces.open(id(workspace)),
    remove: async (workspace) => workspaces.remove(id(workspace)),
    export: async (workspace, options) =>
      workspaces.exportWhole(id(workspace), checkArgument(optionsSchema, options, 'options')),
    import: async (archive, options) =>
      workspaces.importWhole(
        await fileOf(checkArgument(fileInputSchema, archive, 'archive'), 'archive'),
        checkArgument(optionsSchema, options, 'options'),
      ),
  };
}
