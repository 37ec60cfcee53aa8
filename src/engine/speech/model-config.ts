import { z } from 'zod';
import { StudioError } from '#core/errors.ts';
import type { ModelBytes, ModelFile } from './model-files.ts';
import { missingModelFile } from './model-files.ts';
import type { SpecialTokens } from './token-rules.ts';

/** What is read of a model's own settings. Files of strangers: checked before they are used. */
const configSchema = z.object({
  model_type: z.literal('whisper'),
  median_filter_width: z.int().positive().default(7),
});

const headSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

const generationSchema = z.object({
  alignment_heads: z.array(headSchema).min(1),
  no_timestamps_token_id: z.int().positive(),
  eos_token_id: z.union([
    z.int(),
    z
      .array(z.int())
      .min(1)
      .transform((ids) => ids[0] as number),
  ]),
  decoder_start_token_id: z.int(),
  is_multilingual: z.boolean().optional(),
  lang_to_id: z.record(z.string(), z.int()).nullish(),
  task_to_id: z.object({ transcribe: z.int(), translate: z.int() }).nullish(),
  suppress_tokens: z.array(z.int()).nullish(),
  max_initial_timestamp_index: z.int().nullish(),
});

export interface ModelConfig {
  readonly medianWidth: number;
  /** Layer and head of each attention that follows the words. */
  readonly alignmentHeads: readonly (readonly [layer: number, head: number])[];
  readonly startToken: number;
  readonly tokens: Omit<SpecialTokens, 'task'>;
  readonly tasks: { readonly transcribe: number; readonly translate: number } | null;
}

/** @throws StudioError `file-unsupported` where a file is missing, unreadable or of something else than Whisper. */
export async function readModelConfig(model: string, files: ModelBytes): Promise<ModelConfig> {
  const config = await read(model, files, 'config.json', configSchema);
  const generation = await read(model, files, 'generation_config.json', generationSchema);
  const isMultilingual = generation.is_multilingual ?? Boolean(generation.lang_to_id);
  const languages = isMultilingual ? Object.entries(generation.lang_to_id ?? {}) : [];
  return {
    medianWidth: config.median_filter_width,
    alignmentHeads: generation.alignment_heads,
    startToken: generation.decoder_start_token_id,
    tasks: isMultilingual ? (generation.task_to_id ?? null) : null,
    tokens: {
      endOfText: generation.eos_token_id,
      noTimes: generation.no_timestamps_token_id,
      firstTime: generation.no_timestamps_token_id + 1,
      // So in every Whisper; only its name differs (<|nospeech|>, <|nocaptions|>).
      noSpeech: generation.no_timestamps_token_id - 1,
      languages: new Map(languages.map(([token, id]) => [token.replace(/^<\|(.+)\|>$/, '$1'), id])),
      suppressed: generation.suppress_tokens ?? [],
      latestFirstTime: generation.max_initial_timestamp_index ?? null,
    },
  };
}

async function read<T>(model: string, files: ModelBytes, name: ModelFile, schema: z.ZodType<T>): Promise<T> {
  const file = files.get(name);
  if (!file) throw missingModelFile(model, name);
  const text = await file.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw unusable(model, name, 'JSON', thrown);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unusable(model, name, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'valid'}`, parsed.error);
}

function unusable(model: string, file: string, rule: string, cause: unknown): StudioError {
  return new StudioError(
    'file-unsupported',
    `${file} of the speech model “${model}” cannot be used (${rule}). Choose a Whisper model with word times for transformers.js.`,
    { file, rule, value: model },
    { cause },
  );
}
