import { transfer } from 'comlink';
import { fromDecibels } from '#core/audio/decibels.ts';
import { GainGlide } from '#core/audio/gain-glide.ts';
import { TruePeakLimiter } from '#core/audio/limiter.ts';
import { LIMITER_CEILING } from '#core/audio/normalise.ts';
import type { SoundtrackPlan } from '#core/audio/soundtrack-plan.ts';
import type { StereoChunk } from '#core/audio/stereo.ts';
import { measureGain, withoutTreble } from '#engine/audio/normalise-soundtrack.ts';
import { soundOpener } from '#engine/audio/sound-files.ts';
import { renderSoundtrack } from '#engine/audio/soundtrack.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import type { SoundWorker } from '#protocol/sound.ts';

type Mix = AsyncGenerator<StereoChunk, void, undefined>;

interface Loaded {
  readonly plan: SoundtrackPlan;
  readonly media: readonly MediaSource[];
}

/** So many chunks are measured without letting anything else in between. */
const CHUNKS_IN_A_ROW = 2;

class PreviewMix implements SoundWorker {
  private loaded: Loaded | null = null;
  /** In dB. The last measurement serves until there is a new one: a small edit changes it little. */
  private gain = 0;
  /** Chunks that the page is waiting for. */
  private waitedFor = 0;
  private playing: { readonly run: number; readonly chunks: Mix } | null = null;

  async load(plan: SoundtrackPlan, media: readonly MediaSource[]): Promise<void> {
    this.loaded = { plan, media };
    await this.end();
  }

  async measure(): Promise<void> {
    const { loaded } = this;
    if (!loaded) return;
    const stillLoaded = () => this.loaded === loaded;
    const startMix = () => this.inBetween(mixOf(loaded, 0), stillLoaded);
    const gain = await measureGain(startMix, loaded.plan.sampleRate, () => undefined);
    if (stillLoaded()) this.gain = gain;
  }

  async start(run: number, fromSample: number): Promise<void> {
    const ended = this.end();
    if (this.loaded) this.playing = { run, chunks: this.play(this.loaded, fromSample) };
    await ended;
  }

  async next(run: number): Promise<StereoChunk | null> {
    if (this.playing?.run !== run) return null;
    this.waitedFor++;
    try {
      const step = await this.playing.chunks.next();
      return step.done ? null : transfer(step.value, [step.value.left.buffer, step.value.right.buffer]);
    } finally {
      this.waitedFor--;
    }
  }

  async end(): Promise<void> {
    const { playing } = this;
    this.playing = null;
    await playing?.chunks.return();
  }

  private async *play(loaded: Loaded, fromSample: number): Mix {
    const { sampleRate } = loaded.plan;
    const glide = new GainGlide(sampleRate, this.gain);
    const limiter = new TruePeakLimiter(sampleRate, fromDecibels(0), LIMITER_CEILING);
    for await (const chunk of mixOf(loaded, fromSample)) {
      glide.apply(chunk, this.gain);
      const limited = limiter.push(chunk);
      if (limited.left.length > 0) yield limited;
    }
    yield limiter.finish();
  }

  /** A mix that goes on while nobody waits for what plays, and ends when it is not needed any more. */
  private async *inBetween(mix: Mix, needed: () => boolean): Mix {
    let count = 0;
    for await (const chunk of mix) {
      if (!needed()) return;
      yield chunk;
      if (++count % CHUNKS_IN_A_ROW !== 0) continue;
      do await new Promise((resolve) => setTimeout(resolve));
      while (this.waitedFor > 0);
    }
  }
}

function mixOf({ plan, media }: Loaded, fromSample: number): Mix {
  return withoutTreble(renderSoundtrack(plan, soundOpener(media), fromSample), plan.sampleRate);
}

exposeWorker<SoundWorker>(new PreviewMix());
