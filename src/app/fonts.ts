import { toStudioError } from '#core/errors.ts';
import { whileBringingFiles } from '#storage/files/file-lock.ts';
import { type ImportTools, namingFile } from './assets/import-one.ts';
import { removeLeftovers } from './assets/leftovers.ts';
import type { Fonts } from './studio/fonts.ts';

export function createFonts({ workspace, client, turns }: Pick<ImportTools, 'workspace' | 'client' | 'turns'>): Fonts {
  const { id, fonts } = workspace;
  return {
    list: () => fonts.list(),
    file: (hash) => fonts.file(hash),
    remove: (hash) => fonts.remove(hash),
    async add(file) {
      const bringIn = () =>
        whileBringingFiles(id, async () => {
          const stored = await client.importFont(id, file);
          const name = file.name.replace(/\.[^.]*$/, '') || file.name;
          return await fonts.add({ ...stored, name, addedAt: Date.now() });
        });
      try {
        return await turns.run(bringIn);
      } catch (thrown) {
        await removeLeftovers(workspace);
        throw namingFile(toStudioError(thrown), file.name);
      }
    },
  };
}
