import { z } from 'zod';
import type { WorkspaceDatabase } from './database.ts';
import { namingErrors } from './storage-error.ts';

/** Small things that a workspace remembers, each a row of its own. Times in milliseconds since 1970. */
export interface Settings {
  /** Written once: a database without it is a new one. */
  readonly identity: { readonly createdAt: number };
  /** Days that finished videos are kept; null keeps them until they are deleted by hand. */
  readonly keeping: { readonly resultDays: number | null };
  /** When the browser was asked to protect what is stored. */
  readonly protection: { readonly askedAt: number };
}

export interface SettingRow {
  readonly id: string;
  readonly value: unknown;
}

const time = z.number().nonnegative();

const SCHEMAS: { readonly [Name in keyof Settings]: z.ZodType<Settings[Name]> } = {
  identity: z.object({ createdAt: time }),
  keeping: z.object({ resultDays: z.int().positive().nullable() }),
  protection: z.object({ askedAt: time }),
};

export class SettingsStore {
  constructor(private readonly database: WorkspaceDatabase) {}

  /** Null where it was never set, or is damaged: then it is set again. */
  async get<Name extends keyof Settings>(name: Name): Promise<Settings[Name] | null> {
    const row = await this.database.settings.get(name);
    const read = SCHEMAS[name].safeParse(row?.value);
    return read.success ? read.data : null;
  }

  async set<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void> {
    await namingErrors(this.database.settings.put({ id: name, value }), 'your settings');
  }
}
