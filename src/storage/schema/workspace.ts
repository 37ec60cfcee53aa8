import { z } from 'zod';
import type { Workspace } from '#core/workspace/workspace.ts';

/** A workspace as the registry holds it. */
export interface WorkspaceRow extends Workspace {
  /** `arriving` and `leaving` ones are not whole: nobody sees them, and where nobody works on them they are removed. */
  readonly state: 'ready' | 'arriving' | 'leaving';
}

/** The id becomes part of a database's and a folder's name. */
export const workspaceIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/, 'is 1 to 64 of a-z, 0-9 and -');

export const workspaceSchema: z.ZodType<WorkspaceRow> = z.object({
  id: workspaceIdSchema,
  name: z.string().min(1),
  createdAt: z.number(),
  // Rows from when there was one workspace have none.
  state: z.enum(['ready', 'arriving', 'leaving']).default('ready'),
});
