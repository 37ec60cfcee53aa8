import { z } from 'zod';
import { DEFAULT_MUSIC_LEVELS, MOST_MUSIC_GAIN, USUAL_DUCK_DB } from '#core/audio/music-plan.ts';
import { CAPTION_LOOK_NAMES } from '#core/captions/looks.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { StudioError } from '#core/errors.ts';
import {
  DEFAULT_SCENE_GAIN,
  DEFAULT_TRANSITION_SECONDS,
  DEFAULT_VOICE_GAIN,
  LONGEST_TRANSITION_SECONDS,
  MOST_SCENE_GAIN,
  MOST_SCENES,
} from '#core/merge/scene-list.ts';
import { PLATFORMS } from '#core/platform/platforms.ts';
import { ATMOSPHERE_PRESETS, FRAME_PRESETS } from '#core/project/look.ts';
import { DEFAULT_STYLE } from '#core/project/project.ts';
import { QUALITY_MODES, VIDEO_FORMATS } from '#core/render/settings.ts';
import { STYLE_NAMES } from '#core/style/style.ts';
import { TRANSITION_KINDS } from '#core/style/transition.ts';
import type { AnalysisOptions } from '../studio/analyses.ts';
import type { ImportOptions } from '../studio/assets.ts';
import type { TranscribeOptions } from '../studio/speech.ts';
import type { CaptionChoice, MusicUnderVideo } from '../studio/tools.ts';

/** What scripts may pass to `window.studio`. */

/** A file, or the address of one on this page's own origin. */
export const fileInputSchema = z.union([z.instanceof(Blob), z.string().min(1)], {
  error: 'is a File or Blob, or a same-origin URL',
});
export type FileInput = z.infer<typeof fileInputSchema>;

/** A file to import, or an asset that is in the library already. */
export const mediaInputSchema = z.union([fileInputSchema, z.strictObject({ assetId: z.string().min(1) })], {
  error: 'is a File or Blob, a same-origin URL, or { assetId }',
});
export type MediaInput = z.infer<typeof mediaInputSchema>;

const ownMedia = z.strictObject({ own: mediaInputSchema });

export const processSchema = z.strictObject({
  /** Photos and clips, in order. */
  images: z.array(mediaInputSchema).min(1),
  audio: mediaInputSchema.optional(),
  text: z.string().default(''),
  name: z.string().min(1).default('Scripted video'),
  style: z.enum(STYLE_NAMES).default(DEFAULT_STYLE.preset),
  /** 0 (colours as they are) to 100 (the style's whole grade). */
  gradeStrength: z.number().min(0).max(100).default(DEFAULT_STYLE.gradeStrength),
  frame: z.union([z.enum([...FRAME_PRESETS, 'none']), ownMedia]).default('golden'),
  overlay: z.union([z.enum([...ATMOSPHERE_PRESETS, 'none']), ownMedia]).default('glitter-rain'),
  quality: z.enum(QUALITY_MODES).default('normal'),
  format: z.enum(VIDEO_FORMATS).default('9:16'),
  /** Where the video is to be posted: their formats, lengths and sizes then count, each different video is made once. */
  platforms: z.array(z.enum(PLATFORMS)).default([]),
  /** Shows the photos and clips again where the style wants more shots. */
  repeat: z.boolean().default(true),
  /** Null follows the music, or the number of photos and clips. */
  lengthSeconds: z.number().positive().nullable().default(null),
  /** Seed of the atmosphere; by chance where it is not given. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional(),
  /** Goes on with an export of the same video that has not ended yet, where there is one, instead of starting another. */
  resume: z.boolean().default(false),
});
export type ProcessArguments = z.input<typeof processSchema>;
export type ProcessRequest = z.output<typeof processSchema>;

export const idSchema = z.string().min(1);
export const secondsSchema = z.number().nonnegative();
export const platformSchema = z.enum(PLATFORMS).optional();
export const kindSchema = z.enum(['image', 'video', 'audio']).optional();
export const prioritySchema = z.int().min(-1000).max(1000);
export const concurrencySchema = z.int().min(1).max(8).nullable();
export const filesSchema = z.array(fileInputSchema).min(1);
export const listenerSchema = z.custom<(...values: never[]) => unknown>((value) => typeof value === 'function', {
  error: 'is a function',
});

export const analysisOptionsSchema = z
  .strictObject({
    signal: z.instanceof(AbortSignal).exactOptional(),
    onProgress: listenerSchema.pipe(z.custom<NonNullable<AnalysisOptions['onProgress']>>()).exactOptional(),
  })
  .optional();

export const addressesSchema = z.array(z.string().min(1)).min(1);

export const importUrlsOptionsSchema = z
  .strictObject({
    signal: z.instanceof(AbortSignal).exactOptional(),
    onProgress: listenerSchema.pipe(z.custom<NonNullable<ImportOptions['onProgress']>>()).exactOptional(),
  })
  .optional();

export type ImportUrlsOptions = NonNullable<z.infer<typeof importUrlsOptionsSchema>>;

/** Name of one of the app's own models, or the files of another. */
const modelSchema = z.union([
  z.string().min(1),
  z.strictObject({
    name: z.string().min(1),
    /** By path inside the model's folder. */
    files: z.record(z.string(), fileInputSchema),
  }),
]);

/** ISO 639-1; null lets the model hear it. */
const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .nullable()
  .default(null);

const taskSchema = z.enum(['transcribe', 'translate']).default('transcribe');

export const speechSchema = z.strictObject({
  model: modelSchema,
  language: languageSchema,
  task: taskSchema,
  signal: z.instanceof(AbortSignal).exactOptional(),
  onProgress: listenerSchema.pipe(z.custom<NonNullable<TranscribeOptions['onProgress']>>()).exactOptional(),
});
export type SpeechInput = Omit<z.input<typeof speechSchema>, 'onProgress'> & Pick<TranscribeOptions, 'onProgress'>;
export type SpeechArguments = z.output<typeof speechSchema>;

/** As `speech.transcribe` answers with them: what else a caption holds is kept. */
const cueSchema = z
  .looseObject({
    id: z.string(),
    start: z.number().nonnegative(),
    end: z.number().nonnegative(),
    words: z
      .array(z.looseObject({ text: z.string(), start: z.number(), end: z.number(), confidence: z.number() }))
      .min(1),
    lines: z.array(z.int().nonnegative()).min(1),
  })
  .transform((cue) => cue as Cue);

export const captionSchema = z.strictObject({
  /** Captions that are there, a file of them, or speech that is written down first. */
  source: z.union([
    z.strictObject({ cues: z.array(cueSchema) }),
    /** What stands in an SRT, WebVTT or ASS file. */
    z.strictObject({ text: z.string() }),
    z.strictObject({
      model: modelSchema,
      language: languageSchema,
      task: taskSchema,
      /** Three words at a time, or two lines of text. */
      length: z.enum(['words', 'lines']).default('words'),
    }),
  ]),
  /** In the pictures, or as a track beside them that players can turn on and off. */
  place: z.enum(['burned', 'track']).default('burned'),
  /** Of captions in the pictures. */
  look: z.enum(CAPTION_LOOK_NAMES).default('classic'),
  /** Of a file with a track: few players show captions in MP4. */
  container: z.enum(['mkv', 'mp4']).default('mkv'),
  /** Of a track: ISO 639-1; null takes the language that was heard. */
  language: languageSchema,
  signal: z.instanceof(AbortSignal).exactOptional(),
  onProgress: listenerSchema.pipe(z.custom<NonNullable<CaptionChoice['onProgress']>>()).exactOptional(),
});
export type CaptionInput = Omit<z.input<typeof captionSchema>, 'onProgress' | 'source'> &
  Pick<CaptionChoice, 'onProgress'> & {
    readonly source:
      | { readonly cues: readonly Cue[] }
      | { readonly text: string }
      | (Pick<SpeechInput, 'model' | 'language' | 'task'> & { readonly length?: 'words' | 'lines' });
  };
export type CaptionArguments = z.output<typeof captionSchema>;

const sceneGainSchema = z.number().min(0).max(MOST_SCENE_GAIN);

const sceneSchema = z.strictObject({
  /** A video or an image. */
  picture: mediaInputSchema,
  /** What is said over it. */
  voice: mediaInputSchema.nullable().default(null),
  fit: z.enum(['cover', 'contain']).default('cover'),
  /** Factor of the amplitude of the scene's own sound; that of all scenes where it is not given. */
  sceneGain: sceneGainSchema.optional(),
  voiceGain: sceneGainSchema.optional(),
});

export const mergeSchema = z.strictObject({
  /** In order. */
  scenes: z.array(sceneSchema).min(1).max(MOST_SCENES),
  name: z.string().min(1).default('Merged scenes'),
  format: z.enum(VIDEO_FORMATS).default('9:16'),
  quality: z.enum(QUALITY_MODES).default('normal'),
  transition: z.enum(['cut', ...TRANSITION_KINDS]).default('cut'),
  transitionSeconds: z.number().positive().max(LONGEST_TRANSITION_SECONDS).default(DEFAULT_TRANSITION_SECONDS),
  sceneGain: sceneGainSchema.default(DEFAULT_SCENE_GAIN),
  voiceGain: sceneGainSchema.default(DEFAULT_VOICE_GAIN),
  /** Goes on with a merge of the same scenes that has not ended yet, where there is one, instead of starting another. */
  resume: z.boolean().default(false),
});
export type MergeInput = z.input<typeof mergeSchema>;
export type MergeRequest = z.output<typeof mergeSchema>;

const gainSchema = z.number().min(0).max(MOST_MUSIC_GAIN);

export const musicSchema = z.strictObject({
  /** Factor of the amplitude of the video's own sound. */
  videoGain: gainSchema.default(DEFAULT_MUSIC_LEVELS.videoGain),
  musicGain: gainSchema.default(DEFAULT_MUSIC_LEVELS.musicGain),
  /** Lowers the music while something is heard in the video: by 12 dB, or by so many. */
  duck: z
    .union([z.boolean(), z.number().min(0).max(40)])
    .default(false)
    .transform((duck) => (typeof duck === 'number' ? duck : duck ? USUAL_DUCK_DB : 0)),
  fadeOutSeconds: z.number().min(0).max(30).default(DEFAULT_MUSIC_LEVELS.fadeOutSeconds),
  signal: z.instanceof(AbortSignal).exactOptional(),
  onProgress: listenerSchema.pipe(z.custom<NonNullable<MusicUnderVideo['onProgress']>>()).exactOptional(),
});
export type MusicInput = Omit<z.input<typeof musicSchema>, 'onProgress'> & Pick<MusicUnderVideo, 'onProgress'>;
export type MusicArguments = z.output<typeof musicSchema>;

export const metricsOptionsSchema = z
  .strictObject({
    /** Leaves out what ended before, in milliseconds since 1970. */
    since: z.number().nonnegative().exactOptional(),
  })
  .optional();
export type MetricsOptions = NonNullable<z.output<typeof metricsOptionsSchema>>;

/**
 * @param inWords what a field is called that was refused.
 * @throws StudioError `input-invalid` naming the field, the rule and the value.
 */
export function checkArgument<T>(schema: z.ZodType<T>, value: unknown, name: string, inWords = dotted): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = inWords(name, issue?.path ?? []);
  const rule = issue?.message ?? 'fits the schema';
  throw new StudioError('input-invalid', `${field} was refused: ${rule}.`, {
    rule,
    value: asText(valueAt(value, issue?.path ?? [])),
  });
}

function dotted(name: string, path: readonly PropertyKey[]): string {
  return [name, ...path.map(String)].join('.');
}

/** Scenes are counted from 1, as people do: `scene 2, fit`. */
export function sceneField(name: string, path: readonly PropertyKey[]): string {
  const [list, index, ...field] = path;
  if (list !== 'scenes' || typeof index !== 'number') return dotted(name, path);
  return [`scene ${index + 1}`, ...field.map(String)].join(', ');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (current, key) => (typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined),
    value,
  );
}

function asText(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 200);
}
