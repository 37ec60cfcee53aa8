import { repairWords } from '#core/captions/repair.ts';
import type { ListeningWindow } from '#core/captions/sound-evidence.ts';
import type { SpokenWord, Transcript } from '#core/captions/transcript.ts';
import { openTrack } from '../audio/decode-track.ts';
import { monoStream } from '../audio/mono-stream.ts';
import { WindowJoiner } from './join-windows.ts';
import { EnergyMeter, type SoundWindow, SPEECH_RATE, soundWindows } from './sound-windows.ts';
import type { Hearing, SpeechTask, WhisperModel } from './whisper-model.ts';

/** What is quieter (root mean square, -80 dB) is nothing: the model would only make something up. */
const AUDIBLE = 1e-4;
/** Length that is supposed where the file names none, in seconds: only progress is measured by it. */
const USUAL_SECONDS = 240;

export interface TranscribeRequest {
  readonly bytes: Blob;
  /** What the file is called, for error messages. */
  readonly name: string;
  /** ISO 639-1; null lets the model hear it, in the first window where somebody speaks. */
  readonly language: string | null;
  readonly task: SpeechTask;
  readonly onProgress: (progress: ListeningProgress) => void;
}

export interface ListeningProgress {
  /** 0 to 1. */
  readonly fraction: number;
  /** All words of the windows that are done; the latest may still change. */
  readonly words: readonly SpokenWord[];
  /** What has been heard so far in the window that is listened to now. */
  readonly text: string;
}

export interface HeardSpeech extends Transcript {
  /** Length of the sound in seconds. */
  readonly duration: number;
}

/**
 * Writes down what is said in a file's sound, however long it is: 20 s of it are in memory at a time.
 * @throws StudioError `file-damaged` or `file-unsupported` naming the file or the model, `input-invalid` for a language
 * that the model does not know. Silence is no error: nothing was said.
 */
export async function transcribe(model: WhisperModel, request: TranscribeRequest): Promise<HeardSpeech> {
  model.checkOptions(request);
  const track = await openTrack(request.bytes, request.name);
  try {
    const energy = new EnergyMeter();
    const listener = new Listener(model, request, track.statedSeconds || USUAL_SECONDS);
    for await (const window of soundWindows(measured(monoStream(track.chunks(), SPEECH_RATE), energy))) {
      await listener.listen(window);
    }
    const { words, windows, language } = listener.heard();
    const duration = energy.seconds;
    return { language, duration, words: repairWords(words, { duration, energy: energy.curve(), windows }) };
  } finally {
    track.dispose();
  }
}

async function* measured(mono: AsyncIterable<Float32Array>, energy: EnergyMeter): AsyncGenerator<Float32Array> {
  for await (const samples of mono) {
    energy.push(samples);
    yield samples;
  }
}

/** Hears window after window. */
class Listener {
  readonly #joiner = new WindowJoiner();
  readonly #windows: ListeningWindow[] = [];
  #language: string | null;
  /** Where the windows that are done end, in seconds: the next one begins before that. */
  #heardUntil = 0;

  constructor(
    private readonly model: WhisperModel,
    private readonly request: TranscribeRequest,
    private readonly statedSeconds: number,
  ) {
    this.#language = request.language;
  }

  async listen({ start, samples }: SoundWindow): Promise<void> {
    const end = start + samples.length / SPEECH_RATE;
    const { words, noSpeech, language } = await this.#hear(samples);
    if (words.length > 0) this.#language ??= language;
    const placed = words.map((word) => ({ ...word, start: start + word.start, end: Math.min(end, start + word.end) }));
    this.#joiner.add(placed, start, end);
    this.#windows.push({ start, end, noSpeech });
    this.#heardUntil = end;
    this.#report('');
  }

  heard() {
    return { words: this.#joiner.words(), windows: this.#windows, language: this.#writtenLanguage() };
  }

  #writtenLanguage(): string {
    return this.request.task === 'translate' ? 'en' : (this.#language ?? 'en');
  }

  async #hear(samples: Float32Array): Promise<Hearing> {
    if (!isAudible(samples)) return { words: [], noSpeech: 1, language: this.#language ?? 'en' };
    return await this.model.hear(samples, {
      language: this.#language,
      task: this.request.task,
      onText: (text) => this.#report(text),
    });
  }

  #report(text: string): void {
    const fraction = Math.min(1, this.#heardUntil / this.statedSeconds);
    this.request.onProgress({ fraction, words: this.#joiner.words(), text });
  }
}

function isAudible(samples: Float32Array): boolean {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum > AUDIBLE ** 2 * samples.length;
}
