import { z } from 'zod';
import { type BrandKit, MOST_COLOURS } from '#core/project/brand.ts';
import { contentHashSchema } from '#storage/schema/asset.ts';
import { colourSchema, frameChoiceSchema, logoSchema, styleChoiceSchema } from '#storage/schema/project.ts';
import type { Brand } from '../studio/brand.ts';
import { checkArgument } from './arguments.ts';

/** `studio.brand`: what the videos of this workspace have in common. */
export interface BrandApi {
  get(): Promise<BrandKit>;
  /** For what is made from then on. What is left out stays as it is. */
  change(changes: BrandChanges): Promise<BrandKit>;
}

const changesSchema = z.strictObject({
  colours: z.array(colourSchema).max(MOST_COLOURS).exactOptional(),
  style: styleChoiceSchema.exactOptional(),
  frame: frameChoiceSchema.exactOptional(),
  hookColour: colourSchema.nullable().exactOptional(),
  /** Hash of one of `studio.fonts`. */
  hookFont: contentHashSchema.nullable().exactOptional(),
  frameColour: colourSchema.nullable().exactOptional(),
  /** Of a picture that is in the library. */
  logo: logoSchema.nullable().exactOptional(),
});
export type BrandChanges = z.input<typeof changesSchema>;

export function createBrandApi(brand: Brand): BrandApi {
  return {
    get: () => brand.get(),
    change: async (changes) => {
      const checked = checkArgument(changesSchema, changes, 'changes');
      await brand.change((kit) => ({ ...kit, ...checked }));
      return await brand.get();
    },
  };
}
