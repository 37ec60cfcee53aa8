import {
  LogitsProcessor,
  LogitsProcessorList,
  type Tensor,
  WhisperForConditionalGeneration,
  WhisperProcessor,
} from '@xenova/transformers';
import type { SpeechDevice } from '#core/captions/speech-device.ts';
import type { SpokenWord } from '#core/captions/transcript.ts';
import { StudioError } from '#core/errors.ts';
import { FRAME_SECONDS, type HeadRows, rowStarts } from './align-tokens.ts';
import { type ModelConfig, readModelConfig } from './model-config.ts';
import { FILES_FOR, type ModelBytes } from './model-files.ts';
import { offerModel, requireFiles, withdrawModel } from './onnx-runtime.ts';
import { SPEECH_RATE } from './sound-windows.ts';
import { TokenRules } from './token-rules.ts';
import { type TimedToken, wordsOfTokens } from './words-of-tokens.ts';

/** As OpenAI's: half of what the decoder can hold. More is a loop. */
const MOST_TOKENS = 224;

export type SpeechTask = 'transcribe' | 'translate';

export interface HearingOptions {
  /** ISO 639-1; null lets the model hear it. */
  readonly language: string | null;
  readonly task: SpeechTask;
  /** Called after each token with the text so far. */
  readonly onText: (text: string) => void;
}

/** What was heard in one window. */
export interface Hearing {
  /** The one that is spoken, also where it was translated. */
  readonly language: string;
  /** Times in seconds from the start of the window. */
  readonly words: readonly SpokenWord[];
  /** Probability, 0 to 1, that nobody speaks. */
  readonly noSpeech: number;
}

/** A Whisper, loaded. Whoever loaded it disposes it. */
export class WhisperModel {
  private constructor(
    private readonly name: string,
    private readonly config: ModelConfig,
    private readonly processor: WhisperProcessor,
    private readonly model: WhisperForConditionalGeneration,
  ) {}

  /**
   * @param name for error messages.
   * @param device one for all models of a thread.
   * @throws StudioError `file-unsupported` when files are missing or are no Whisper, `out-of-memory`; `gpu-failed` where
   * the graphics card does not load it, or does not compute it right.
   */
  static async load(name: string, files: ModelBytes, device: SpeechDevice): Promise<WhisperModel> {
    requireFiles(name, files, FILES_FOR[device]);
    const config = await readModelConfig(name, files);
    const id = offerModel(files, device);
    try {
      const processor = await WhisperProcessor.from_pretrained(id, {});
      const dtype = device === 'webgpu' ? 'fp32' : 'q8';
      const model = await WhisperForConditionalGeneration.from_pretrained(id, { device, dtype });
      const loaded = new WhisperModel(
        name,
        config,
        processor as WhisperProcessor,
        model as WhisperForConditionalGeneration,
      );
      if (device === 'webgpu') await loaded.#tryOut();
      return loaded;
    } catch (thrown) {
      throw device === 'webgpu' ? gpuFailure(thrown) : unloadable(name, thrown);
    } finally {
      withdrawModel(id);
    }
  }

  /** ISO 639-1 codes; empty where it knows English only. */
  get languages(): ReadonlySet<string> {
    return new Set(this.config.tokens.languages.keys());
  }

  /** @throws StudioError `input-invalid` for a language or task that this model does not know. */
  checkOptions({ language, task }: Pick<HearingOptions, 'language' | 'task'>): void {
    const { languages } = this;
    const isEnglishOnly = languages.size === 0;
    if (language !== null && !(isEnglishOnly ? language === 'en' : languages.has(language))) {
      const known = isEnglishOnly ? 'English' : [...languages].join(', ');
      throw new StudioError(
        'input-invalid',
        `The speech model “${this.name}” does not know the language “${language}”. It knows: ${known}. Choose another language or a larger model.`,
        { rule: 'language is one of the model’s', value: language },
      );
    }
    if (task === 'translate' && !this.config.tasks) {
      throw new StudioError(
        'input-invalid',
        `The speech model “${this.name}” knows English only and cannot translate. Choose a multilingual model.`,
        { rule: 'task is one of the model’s', value: task },
      );
    }
  }

  /**
   * Listens to one window.
   * @param samples mono at `SPEECH_RATE`, at most 30 s.
   */
  async hear(samples: Float32Array, { language, task, onText }: HearingOptions): Promise<Hearing> {
    const rules = new TokenRules({ ...this.config.tokens, task: this.config.tasks?.[task] ?? null }, language);
    const ruler = new Ruler(rules, (said) => onText(this.#decode(said.filter((id) => this.#isText(id)))));
    const { input_features } = await this.processor(samples);
    const output: Generated = (await this.model.generate({
      // The library's types ask for its whole configuration; it fills in what is left out.
      ...({
        inputs: input_features,
        decoder_input_ids: [this.config.startToken],
        logits_processor: processorsOf(ruler),
        max_new_tokens: MOST_TOKENS,
        // Times are said, but by our rules: with its own, the library would start over inside the window.
        return_timestamps: false,
        output_attentions: true,
        return_dict_in_generate: true,
        do_sample: false,
      } as unknown as Parameters<WhisperForConditionalGeneration['generate']>[0]),
    })) as unknown as Generated;
    await output.past_key_values?.dispose();
    const said = output.sequences.tolist().flat().slice(1).map(Number);
    rules.note(said);
    const words = wordsOfTokens(
      this.#timed(said, rules, output, samples.length),
      (ids) => this.#decode(ids),
      rules.language,
    );
    return { language: rules.language, words, noSpeech: rules.noSpeech };
  }

  /** Listens to a second of silence. @throws what the card throws, or Error where it gives no numbers. */
  async #tryOut(): Promise<void> {
    const options = { language: null, task: 'transcribe', onText: () => undefined } as const;
    const { noSpeech } = await this.hear(new Float32Array(SPEECH_RATE), options);
    if (!(noSpeech >= 0 && noSpeech <= 1)) throw new Error(`it computes ${noSpeech} where a probability is due`);
  }

  async dispose(): Promise<void> {
    await this.model.dispose();
  }

  #isText(token: number): boolean {
    return token < this.config.tokens.endOfText;
  }

  #decode(ids: number[]): string {
    const { tokenizer } = this.processor;
    if (!tokenizer) throw new Error('The model has no tokenizer.');
    return ids.length === 0
      ? ''
      : tokenizer.decode(ids, { skip_special_tokens: true, clean_up_tokenization_spaces: false });
  }

  /** The text tokens, each from the start of its own row to that of the next. */
  #timed(said: readonly number[], rules: TokenRules, output: Generated, samples: number): TimedToken[] {
    if (!said.some((id) => this.#isText(id))) return [];
    const frames = Math.min(Math.ceil(samples / SPEECH_RATE / FRAME_SECONDS), MOST_FRAMES);
    const heads = headRows(this.name, output, this.config.alignmentHeads);
    const starts = rowStarts(heads, rules.prefixLength, frames, this.config.medianWidth);
    const startOf = (place: number) => (starts[place - rules.prefixLength] ?? frames) * FRAME_SECONDS;
    return said.flatMap((id, place) =>
      place < rules.prefixLength || !this.#isText(id)
        ? []
        : [{ id, start: startOf(place), end: startOf(place + 1), probability: rules.probabilities[place] ?? 1 }],
    );
  }
}

/** Of the encoder, for 30 s. */
const MOST_FRAMES = 1500;

/** What `generate` answers when it is asked for attentions. */
interface Generated {
  readonly sequences: { tolist(): (bigint | number)[][] };
  /** By step and layer: [1, heads, 1, frames]. */
  readonly cross_attentions?: readonly (readonly Tensor[])[];
  readonly past_key_values?: { dispose(): Promise<void> };
}

/** Calls the rules as one of the library's processors. */
class Ruler extends LogitsProcessor {
  constructor(
    private readonly rules: TokenRules,
    private readonly onTokens: (said: readonly number[]) => void,
  ) {
    super();
  }

  override _call(ids: bigint[][], logits: Tensor): Tensor {
    const said = (ids[0] ?? []).slice(1).map(Number);
    this.rules.apply(said, logits.data as Float32Array);
    this.onTokens(said);
    return logits;
  }
}

function processorsOf(ruler: Ruler): LogitsProcessorList {
  const list = new LogitsProcessorList();
  list.push(ruler as LogitsProcessor);
  return list;
}

/** @throws StudioError `file-unsupported` for a model that was converted without its attentions. */
function headRows(
  model: string,
  { cross_attentions: steps }: Generated,
  heads: readonly (readonly [number, number])[],
): HeadRows[] {
  return heads
    .map(([layer, head]) =>
      (steps ?? []).map((layers) => {
        const tensor = layers[layer];
        if (!tensor) throw withoutTimes(model);
        const frames = tensor.dims.at(-1) ?? 0;
        const rows = tensor.dims.at(-2) ?? 1;
        const begin = (head * rows + rows - 1) * frames;
        return (tensor.data as Float32Array).subarray(begin, begin + frames);
      }),
    )
    .map((rows) => {
      if (rows.length === 0) throw withoutTimes(model);
      return rows;
    });
}

function withoutTimes(model: string): StudioError {
  return new StudioError(
    'file-unsupported',
    `The speech model “${model}” was converted without the attentions that tell when words are spoken. Choose one whose name ends in “_timestamped”.`,
    { rule: 'model gives cross attentions', value: model },
  );
}

/** @returns what is a StudioError already as it is. */
export function gpuFailure(thrown: unknown): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return new StudioError(
    'gpu-failed',
    `The graphics card cannot compute the speech model: ${cause}. The processor does it instead.`,
    { rule: 'graphics card computes', cause },
    { cause: thrown },
  );
}

function unloadable(model: string, thrown: unknown): StudioError {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  const isMemory = thrown instanceof RangeError || /out of memory|allocat/i.test(cause);
  return isMemory
    ? new StudioError(
        'out-of-memory',
        `There is not enough memory for the speech model “${model}”. Close other pages, or choose a smaller model.`,
        { rule: 'model fits into memory', value: model, cause },
        { cause: thrown },
      )
    : new StudioError(
        'file-unsupported',
        `The speech model “${model}” cannot be loaded: its files are damaged or of another kind. Choose another model, or get it again.`,
        { rule: 'model can be loaded', value: model, cause },
        { cause: thrown },
      );
}
