/**
 * What a Whisper may say next. The rules are those of OpenAI's `decoding.py` (`ApplyTimestampRules`, `SuppressTokens`):
 * transformers.js has most of them too, but neither the language's nor the first timestamp's.
 */

/** Tokens that mean something else than text. */
export interface SpecialTokens {
  /** Everything below is text. */
  readonly endOfText: number;
  /** Everything from here on is a time, in steps of 0.02 s. */
  readonly firstTime: number;
  /** Its probability, before anything was said, is that of nobody speaking. */
  readonly noSpeech: number;
  readonly noTimes: number;
  /** By ISO 639-1 code; empty for a model that knows English only. */
  readonly languages: ReadonlyMap<string, number>;
  /** Null for a model that knows English only. */
  readonly task: number | null;
  /** Never said. */
  readonly suppressed: readonly number[];
  /** The latest time that may be said first, as steps after `firstTime`; null for any. */
  readonly latestFirstTime: number | null;
}

/** One pass over one window of sound: forces the beginning, keeps times in pairs, and notes how sure each token was. */
export class TokenRules {
  /** Of each text token that was chosen, among all text tokens, 0 to 1; 1 for all else. */
  readonly probabilities: number[] = [];
  /** 0 to 1. */
  noSpeech = 0;
  /** The one that was asked for, or that was heard. */
  language: string;
  readonly #textLogits: Float32Array;
  #textLogitsAreThose = -1;

  /** @param language null to let the model hear it. */
  constructor(
    private readonly tokens: SpecialTokens,
    private readonly wantedLanguage: string | null,
  ) {
    this.language = wantedLanguage ?? 'en';
    this.#textLogits = new Float32Array(tokens.endOfText);
  }

  /** How many tokens are forced before anything is said. */
  get prefixLength(): number {
    return this.tokens.languages.size === 0 ? 0 : 2;
  }

  /**
   * Forbids, in place, what may not come next.
   * @param said everything since the start token.
   */
  apply(said: readonly number[], logits: Float32Array): void {
    this.note(said);
    if (said.length === 0) this.noSpeech = probabilityOf(this.tokens.noSpeech, logits);
    if (said.length < this.prefixLength) {
      force(said.length === 0 ? this.#languageToken(logits) : (this.tokens.task ?? 0), logits);
      return;
    }
    this.#textLogits.set(logits.subarray(0, this.tokens.endOfText));
    this.#textLogitsAreThose = said.length;
    for (const token of this.tokens.suppressed) logits[token] = Number.NEGATIVE_INFINITY;
    this.#applyTimeRules(said.slice(this.prefixLength), logits);
  }

  /** Notes how sure the latest token was. Also to be called after the last. */
  note(said: readonly number[]): void {
    while (this.probabilities.length < said.length) {
      const place = this.probabilities.length;
      const token = said[place] as number;
      const isText = place === this.#textLogitsAreThose && token < this.tokens.endOfText;
      this.probabilities.push(isText ? probabilityOf(token, this.#textLogits) : 1);
    }
  }

  #languageToken(logits: Float32Array): number {
    const { languages } = this.tokens;
    if (this.wantedLanguage === null) {
      let best = Number.NEGATIVE_INFINITY;
      for (const [code, token] of languages) {
        const logit = logits[token] ?? Number.NEGATIVE_INFINITY;
        if (logit > best) [best, this.language] = [logit, code];
      }
    }
    return languages.get(this.language) as number;
  }

  #applyTimeRules(said: readonly number[], logits: Float32Array): void {
    const { firstTime, endOfText, noTimes, latestFirstTime } = this.tokens;
    logits[noTimes] = Number.NEGATIVE_INFINITY;
    if (said.length === 0) {
      logits.fill(Number.NEGATIVE_INFINITY, 0, firstTime);
      if (latestFirstTime !== null) logits.fill(Number.NEGATIVE_INFINITY, firstTime + latestFirstTime + 1);
      return;
    }
    const [beforeLast, last] = [said.at(-2), said.at(-1) as number];
    if (last >= firstTime) {
      // A time that ends is followed by one that begins or by the end; a time that begins, by text.
      if (beforeLast === undefined || beforeLast >= firstTime) logits.fill(Number.NEGATIVE_INFINITY, firstTime);
      else logits.fill(Number.NEGATIVE_INFINITY, 0, endOfText);
    }
    const latest = said.findLast((token) => token >= firstTime);
    if (latest !== undefined) {
      // Times never go back, and a stretch of text has a length.
      const isEnding = last >= firstTime && beforeLast !== undefined && beforeLast < firstTime;
      logits.fill(Number.NEGATIVE_INFINITY, firstTime, isEnding ? latest : latest + 1);
    }
    if (logSum(logits, firstTime, logits.length) > largest(logits, 0, firstTime)) {
      logits.fill(Number.NEGATIVE_INFINITY, 0, firstTime);
    }
  }
}

function force(token: number, logits: Float32Array): void {
  logits.fill(Number.NEGATIVE_INFINITY);
  logits[token] = 0;
}

function probabilityOf(token: number, logits: Float32Array): number {
  return Math.exp((logits[token] ?? Number.NEGATIVE_INFINITY) - logSum(logits, 0, logits.length));
}

function largest(logits: Float32Array, from: number, to: number): number {
  let found = Number.NEGATIVE_INFINITY;
  for (let n = from; n < to; n++) found = Math.max(found, logits[n] as number);
  return found;
}

/** Logarithm of the sum of the exponentials. */
function logSum(logits: Float32Array, from: number, to: number): number {
  const top = largest(logits, from, to);
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (let n = from; n < to; n++) sum += Math.exp((logits[n] as number) - top);
  return top + Math.log(sum);
}
