import { z } from 'zod';
import { FONT_FORMATS, type OwnFont } from '#core/text/own-font.ts';
import { contentHashSchema } from './asset.ts';

export const ownFontSchema: z.ZodType<OwnFont> = z.object({
  hash: contentHashSchema,
  name: z.string(),
  format: z.enum(FONT_FORMATS),
  bytes: z.int().positive(),
  addedAt: z.number(),
});
