import type { ContentHash } from '#core/media/asset.ts';
import type { OwnFont } from '#core/text/own-font.ts';
import type { WorkspaceDatabase } from './database.ts';
import { readFile, removeFile } from './files/file-system.ts';
import { mediaPath } from './files/paths.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { checkRow } from './schema/checked.ts';
import { ownFontSchema } from './schema/own-font.ts';
import { namingErrors } from './storage-error.ts';

/** The fonts that a person has added to a workspace. */
export class FontStore {
  constructor(
    private readonly workspaceId: string,
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  /** By name. */
  async list(): Promise<OwnFont[]> {
    const fonts = readable(await this.database.fonts.toArray(), readFont, this.problems);
    return fonts.sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Commits a font whose bytes are stored; one that is there already keeps its name. */
  add(font: OwnFont): Promise<OwnFont> {
    const { fonts } = this.database;
    const work = this.database.transaction('rw', fonts, async () => {
      const known = await fonts.get(font.hash);
      if (known) return readFont(known);
      await fonts.add(font);
      return font;
    });
    return namingErrors(work, font.name);
  }

  /** With its bytes. One that is not there counts as removed. */
  async remove(hash: ContentHash): Promise<void> {
    await namingErrors(this.database.fonts.delete(hash));
    await removeFile(mediaPath(this.workspaceId, hash));
  }

  /** Its bytes, backed by disk, under its name; null where it is not there. */
  async file(hash: ContentHash): Promise<File | null> {
    const row = await this.database.fonts.get(hash);
    const stored = row && (await readFile(mediaPath(this.workspaceId, hash)));
    return stored ? new File([stored], row.name) : null;
  }
}

export function readFont(row: unknown): OwnFont {
  return checkRow(ownFontSchema, row, 'fonts');
}
