import wasmUrl from '@ffmpeg/core/wasm?url';
import coreUrl from '@ffmpeg/core?url';
import { FFFSType, FFmpeg } from '@ffmpeg/ffmpeg';
import { StudioError } from '#core/errors.ts';
import { withTimeLimit } from '../media/time-limit.ts';
import { fetchAhead } from './fetch-ahead.ts';

/** Compiling 32 MB of WebAssembly on a slow machine, in seconds. */
const LOAD_SECONDS = 50;
/** Longest time in which a line brings nothing of them, in seconds. */
const FETCH_SILENCE_SECONDS = 20;
/** How often loading, which says nothing itself, is reported to be under way, in milliseconds. */
const LOADING_TICK_MS = 1000;

/** Whether this worker had the core before: then the browser has kept it. */
let isAtHand = false;

const INPUT_FOLDER = '/in';
const INPUT_NAME = 'input';

/** The input of an instance, to be named in its arguments. */
export const FFMPEG_INPUT = `${INPUT_FOLDER}/${INPUT_NAME}`;
/** The second one, where it was opened with two. */
export const FFMPEG_SECOND_INPUT = `${FFMPEG_INPUT}-2`;

/** What whoever uses an instance calls its failures. */
export interface FfmpegErrors {
  failed(cause: string): StudioError;
  /** Nothing came for so many seconds. */
  stalled(seconds: number): StudioError;
}

export interface FfmpegOptions {
  readonly errors: FfmpegErrors;
  /** Longest silence while it works, in seconds. */
  readonly stallSeconds: number;
  /** Called now and then as long as it loads or works. */
  readonly onAlive: () => void;
}

/**
 * One fresh ffmpeg in WebAssembly, in a worker of its own, with one file or two in its file system (read in place, not
 * copied) and no network: a reused instance faulted 19 times in 556 files, a fresh one never. Whoever opens it closes it, which
 * ends whatever it does.
 *
 * Arguments are fixed words and numbers of ours, never a file's or a person's own text.
 */
export class FfmpegInstance {
  readonly #ffmpeg = new FFmpeg();
  readonly #options: FfmpegOptions;

  private constructor(options: FfmpegOptions) {
    this.#options = options;
  }

  /** @throws StudioError as `errors` makes it. */
  static async open(input: Blob, options: FfmpegOptions, second: Blob | null = null): Promise<FfmpegInstance> {
    const instance = new FfmpegInstance(options);
    try {
      await instance.#load(input, second);
      return instance;
    } catch (error) {
      instance.close();
      throw instance.#named(error);
    }
  }

  /**
   * @param args without the program's name; inputs and outputs with a forced `-f`.
   * @param onLine called for each line of its log.
   * @throws StudioError as `errors` makes it: when it ends with an error, or falls silent.
   */
  async run(args: readonly string[], onLine: (line: string) => void = () => undefined): Promise<void> {
    let lastLine = '';
    const { watched, line } = this.#watch();
    const onLog = ({ message }: { message: string }) => {
      lastLine = message;
      line();
      onLine(message);
    };
    this.#ffmpeg.on('log', onLog);
    try {
      const code = await watched(this.#ffmpeg.exec(['-protocol_whitelist', 'file', ...args]));
      if (code !== 0) throw this.#options.errors.failed(`it ended with code ${code} (${lastLine})`);
    } catch (error) {
      throw this.#named(error);
    } finally {
      this.#ffmpeg.off('log', onLog);
    }
  }

  /** What ffprobe writes for these arguments. Its exit code means nothing in this build. @throws StudioError as `run`. */
  async probe(args: readonly string[]): Promise<string> {
    const output = '/probe.json';
    const { watched } = this.#watch();
    try {
      await watched(
        this.#ffmpeg.ffprobe(['-v', 'error', '-protocol_whitelist', 'file', ...args, '-of', 'json', '-o', output]),
      );
      const text = await watched(this.#ffmpeg.readFile(output, 'utf8'));
      return typeof text === 'string' ? text : new TextDecoder().decode(text);
    } catch (error) {
      throw this.#named(error);
    }
  }

  /** A file that `run` made. @throws StudioError as `errors.failed` makes it. */
  async read(path: string): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const file = await this.#ffmpeg.readFile(path);
      if (typeof file === 'string') throw new Error('it gave text instead of a video');
      return file as Uint8Array<ArrayBuffer>;
    } catch (error) {
      throw this.#named(error);
    }
  }

  close(): void {
    this.#ffmpeg.terminate();
  }

  async #load(input: Blob, second: Blob | null): Promise<void> {
    const { errors, onAlive } = this.#options;
    const ticking = setInterval(onAlive, LOADING_TICK_MS);
    try {
      if (!isAtHand) {
        // Over slow 4G it takes nearly three minutes: only silence ends it.
        await fetchAhead(wasmUrl, FETCH_SILENCE_SECONDS, {
          onBytes: onAlive,
          onSilence: () => errors.stalled(FETCH_SILENCE_SECONDS),
        });
        isAtHand = true;
      }
      await withTimeLimit(this.#ffmpeg.load({ coreURL: coreUrl, wasmURL: wasmUrl }), LOAD_SECONDS, () =>
        errors.stalled(LOAD_SECONDS),
      );
      await this.#ffmpeg.createDir(INPUT_FOLDER);
      const blobs = [{ name: INPUT_NAME, data: input }, ...(second ? [{ name: `${INPUT_NAME}-2`, data: second }] : [])];
      await this.#ffmpeg.mount(FFFSType.WORKERFS, { blobs }, INPUT_FOLDER);
    } finally {
      clearInterval(ticking);
    }
  }

  /** Gives work up after too long a silence. `line` is a sign of life. */
  #watch(): { watched: <T>(work: Promise<T>) => Promise<T>; line: () => void } {
    const { errors, stallSeconds, onAlive } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let fail: (error: StudioError) => void = () => undefined;
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(errors.stalled(stallSeconds)), stallSeconds * 1000);
    };
    return {
      async watched(work) {
        const silent = new Promise<never>((_, reject) => {
          fail = reject;
        });
        restart();
        try {
          return await Promise.race([work, silent]);
        } finally {
          clearTimeout(timer);
        }
      },
      line() {
        restart();
        onAlive();
      },
    };
  }

  #named(thrown: unknown): StudioError {
    if (thrown instanceof StudioError) return thrown;
    return this.#options.errors.failed(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
