import { z } from 'zod';

/** A place of its own: one database and one folder. Nothing crosses from one to another. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** The id becomes part of a database's and a folder's name. */
export const workspaceIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/, 'is 1 to 64 of a-z, 0-9 and -');

export const workspaceSchema: z.ZodType<Workspace> = z.object({
  id: workspaceIdSchema,
  name: z.string().min(1),
  createdAt: z.number(),
});
