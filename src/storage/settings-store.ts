import { z } from 'zod';
import type { BatchDraft } from '#core/batch/batch-row.ts';
import type { BatchRun } from '#core/batch/batch-run.ts';
import { PLATFORMS } from '#core/platform/platforms.ts';
import type { PostingChoices } from '#core/platform/posting.ts';
import { type BrandKit, MOST_COLOURS } from '#core/project/brand.ts';
import type { WorkspaceDatabase } from './database.ts';
import { contentHashSchema } from './schema/asset.ts';
import { batchDraftSchema, batchRunSchema } from './schema/batch.ts';
import { colourSchema, frameChoiceSchema, logoSchema, styleChoiceSchema } from './schema/project.ts';
import { namingErrors } from './storage-error.ts';

/** Small things that a workspace remembers, each a row of its own. Times in milliseconds since 1970. */
export interface Settings {
  /** Written once: a database without it is a new one. */
  readonly identity: { readonly createdAt: number };
  /** Days that finished videos are kept; null keeps them until they are deleted by hand. */
  readonly keeping: { readonly resultDays: number | null };
  /** When the browser was asked to protect what is stored. */
  readonly protection: { readonly askedAt: number };
  /** The table of the batch as it was left. */
  readonly batchDraft: BatchDraft;
  /** The batch that is being made, or was last; null once a person is done with it. */
  readonly batchRun: BatchRun | null;
  /** What the videos of the workspace have in common. */
  readonly brand: BrandKit;
  /** Where videos are posted, as it was last chosen, and what their files are called. */
  readonly posting: PostingChoices;
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
  batchDraft: batchDraftSchema,
  batchRun: batchRunSchema.nullable(),
  brand: z.object({
    colours: z.array(colourSchema).max(MOST_COLOURS),
    style: styleChoiceSchema,
    frame: frameChoiceSchema,
    // A kit that was stored before it had them.
    hookColour: colourSchema.nullable().default(null),
    hookFont: contentHashSchema.nullable().default(null),
    frameColour: colourSchema.nullable().default(null),
    logo: logoSchema.nullable().default(null),
  }),
  posting: z.object({ platforms: z.array(z.enum(PLATFORMS)), nameTemplate: z.string().min(1) }),
};

/** Whether something from elsewhere is a value of a setting. */
export function isSettingValue(id: string, value: unknown): boolean {
  const schema = Object.entries(SCHEMAS).find(([name]) => name === id)?.[1];
  return schema?.safeParse(value).success === true;
}

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

  /** Changes what is there by a pure step: what another tab did meanwhile is seen, not overwritten. */
  change<Name extends keyof Settings>(
    name: Name,
    change: (value: Settings[Name] | null) => Settings[Name] | null,
  ): Promise<Settings[Name] | null> {
    const { settings } = this.database;
    const work = this.database.transaction('rw', settings, async () => {
      const value = change(await this.get(name));
      if (value !== null) await settings.put({ id: name, value });
      return value;
    });
    return namingErrors(work, 'your settings');
  }
}
