import { z } from 'zod';
import {
  DEFAULT_ANIMATION,
  FASTEST_ANIMATION,
  NARROWEST_ANIMATION,
  WIDEST_ANIMATION,
} from '#core/convert/animation.ts';
import { ANIMATION_TARGETS, SOUND_TARGETS, VIDEO_SIZES, VIDEO_TARGETS } from '#core/convert/conversion.ts';
import type { ConversionChoice, ConvertedFile } from '../studio/conversion.ts';
import type { Studio } from '../studio.ts';
import { listenerSchema, type MediaInput } from './arguments.ts';
import { mediaOf } from './media-input.ts';

const WATCH = {
  signal: z.instanceof(AbortSignal).exactOptional(),
  onProgress: listenerSchema.pipe(z.custom<NonNullable<ConversionChoice['onProgress']>>()).exactOptional(),
};

export const convertSchema = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.enum(VIDEO_TARGETS),
    /** The screen that the pictures fit; never larger than they are. */
    size: z.enum(VIDEO_SIZES).default('original'),
    ...WATCH,
  }),
  z.strictObject({
    to: z.enum(ANIMATION_TARGETS),
    /** In pixels; less where the video is narrower. */
    width: z.int().min(NARROWEST_ANIMATION).max(WIDEST_ANIMATION).default(DEFAULT_ANIMATION.width),
    /** Frames a second. */
    frameRate: z.number().min(1).max(FASTEST_ANIMATION).default(DEFAULT_ANIMATION.frameRate),
    /** Which part, in seconds from the first picture. */
    startSeconds: z.number().min(0).default(DEFAULT_ANIMATION.startSeconds),
    seconds: z.number().positive().default(DEFAULT_ANIMATION.seconds),
    ...WATCH,
  }),
  z.strictObject({ to: z.enum(SOUND_TARGETS), ...WATCH }),
]);
type WithoutWatch<T> = T extends unknown ? Omit<T, 'onProgress'> : never;
export type ConvertInput = WithoutWatch<z.input<typeof convertSchema>> & Pick<ConversionChoice, 'onProgress'>;
export type ConvertArguments = z.output<typeof convertSchema>;

/** @throws StudioError naming the field or the file. */
export async function convertForScript(
  studio: Studio,
  media: MediaInput,
  { signal, onProgress, ...conversion }: ConvertArguments,
): Promise<ConvertedFile> {
  return await studio.conversion.convert(await mediaOf(media, 'media'), { conversion, onProgress, signal });
}
