import { type Filing, unfiled } from '#core/library/filing.ts';
import { type Folder, removeFolder } from '#core/library/folders.ts';
import type { AssetId } from '#core/media/asset.ts';
import type { WorkspaceDatabase } from './database.ts';
import { type ProblemLog, readable } from './problem-log.ts';
import { checkRow } from './schema/checked.ts';
import { filingSchema, folderSchema } from './schema/library.ts';
import { namingErrors } from './storage-error.ts';

/** Folders, and how assets are put away in them. */
export class LibraryStore {
  constructor(
    private readonly database: WorkspaceDatabase,
    private readonly problems: ProblemLog,
  ) {}

  async folders(): Promise<Folder[]> {
    return readable(await this.database.folders.toArray(), readFolder, this.problems);
  }

  /** Of those assets that were put away at all. */
  async filings(): Promise<Filing[]> {
    return readable(await this.database.filings.toArray(), readFiling, this.problems);
  }

  /**
   * Changes the folders as they stand at that moment, whoever else changes them.
   * @param change all folders in, all folders out. @throws what `change` throws, and then nothing is changed.
   */
  changeFolders(change: (folders: readonly Folder[]) => readonly Folder[]): Promise<void> {
    const { folders } = this.database;
    const work = this.database.transaction('rw', folders, async () => {
      const before = await this.folders();
      const known = new Set<Folder>(before);
      await folders.bulkPut(change(before).filter((folder) => !known.has(folder)));
    });
    return namingErrors(work, 'the folders');
  }

  /** Removes a folder and those in it; its assets go one folder further out. @throws StudioError `not-found`. */
  removeFolder(id: string): Promise<void> {
    const { folders, filings } = this.database;
    const work = this.database.transaction('rw', folders, filings, async () => {
      const { removed, assetsTo } = removeFolder(await this.folders(), id);
      await folders.bulkDelete([...removed]);
      await filings
        .where('folderId')
        .anyOf([...removed])
        .modify({ folderId: assetsTo });
    });
    return namingErrors(work);
  }

  /** Changes how assets are put away, all or none. @throws what `change` throws, and then nothing is changed. */
  refile(ids: readonly AssetId[], change: (filing: Filing) => Filing): Promise<void> {
    const { filings } = this.database;
    const work = this.database.transaction('rw', filings, async () => {
      const rows = await filings.bulkGet([...ids]);
      await filings.bulkPut(ids.map((id, index) => change(rows[index] ? readFiling(rows[index]) : unfiled(id))));
    });
    return namingErrors(work, 'the library');
  }
}

function readFolder(row: unknown): Folder {
  return checkRow(folderSchema, row, 'folders');
}

function readFiling(row: unknown): Filing {
  return checkRow(filingSchema, row, 'filings');
}
