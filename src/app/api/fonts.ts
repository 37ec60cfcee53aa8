import type { OwnFont } from '#core/text/own-font.ts';
import { contentHashSchema } from '#storage/schema/asset.ts';
import type { Fonts } from '../studio/fonts.ts';
import { checkArgument, type FileInput, fileInputSchema } from './arguments.ts';
import { fileOf } from './media-input.ts';

/** `studio.fonts`: the workspace's own. `brand.change({ hookFont })` makes one that of new videos. */
export interface FontsApi {
  list(): Promise<OwnFont[]>;
  add(font: FileInput): Promise<OwnFont>;
  remove(hash: string): Promise<void>;
}

export function createFontsApi(fonts: Fonts): FontsApi {
  return {
    list: () => fonts.list(),
    add: async (font) => fonts.add(await fileOf(checkArgument(fileInputSchema, font, 'font'), 'font')),
    remove: async (hash) => fonts.remove(checkArgument(contentHashSchema, hash, 'hash')),
  };
}
