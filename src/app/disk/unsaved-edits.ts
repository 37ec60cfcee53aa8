import { z } from 'zod';
import type { KeptEdit } from '#core/disk/recover-edit.ts';
import type { Project } from '#core/project/project.ts';

/** A project that is on its way into the database, or could not get there. Unchecked: another version may have kept it. */
export interface UnsavedEdit extends KeptEdit {
  readonly key: string;
  readonly project: unknown;
}

const keptSchema = z.object({ project: z.unknown(), stamp: z.number(), before: z.array(z.number()) });

/**
 * Keeps each edit beside the database until it is stored there: local storage is written at once, even as the page goes
 * away, and has a room of its own where the disk's share is used up. A second net: where the browser refuses it, the
 * database is the only one.
 */
export class UnsavedEdits {
  readonly #prefix: string;
  readonly #tab = crypto.randomUUID();
  /** By project: the stored state that this page knows, then its own later ones. */
  readonly #stamps = new Map<string, number[]>();

  constructor(
    workspaceId: string,
    private readonly storage: Storage,
  ) {
    this.#prefix = `studio-unsaved-${workspaceId}-`;
  }

  /** The state that is stored, and shown from now on. */
  opened({ id, updatedAt }: Project): void {
    this.#stamps.set(id, [updatedAt]);
  }

  keep(project: Project): void {
    const before = this.#stamps.get(project.id) ?? [];
    const edit = { project, stamp: project.updatedAt, before };
    this.#stamps.set(project.id, [...before, project.updatedAt]);
    try {
      this.storage.setItem(this.#keyOf(project.id), JSON.stringify(edit));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  stored(project: Project): void {
    this.#stamps.set(project.id, [project.updatedAt]);
    this.storage.removeItem(this.#keyOf(project.id));
  }

  /** Everything that is kept, of this page and of others. What cannot be read is no edit. */
  all(): UnsavedEdit[] {
    return this.#keys().flatMap((key) => {
      const read = keptSchema.safeParse(parsed(this.storage.getItem(key)));
      return read.success ? [{ key, ...read.data }] : [];
    });
  }

  /** For a workspace that is deleted. */
  forgetAll(): void {
    for (const key of this.#keys()) this.storage.removeItem(key);
  }

  /** Unless it has changed since it was read: its page may still be at work. */
  forget({ key, stamp }: UnsavedEdit): void {
    if (this.all().find((edit) => edit.key === key)?.stamp === stamp) this.storage.removeItem(key);
  }

  #keys(): string[] {
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index));
    return keys.filter((key) => key?.startsWith(this.#prefix) === true).map(String);
  }

  #keyOf(projectId: string): string {
    return `${this.#prefix}${projectId}-${this.#tab}`;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
