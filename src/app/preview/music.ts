import { fadeGain } from '#core/audio/fade.ts';
import { toStudioError } from '#core/errors.ts';
import type { AssetId } from '#core/media/asset.ts';
import { type AudioClip, clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import { frameToSeconds } from '#core/units.ts';
import type { MediaSource } from '#protocol/media-source.ts';

/** Where the gain of a fade is worked out, in hertz: finer than any screen shows. */
const GAIN_RATE = 48_000;

/** The music of the preview: an audio element on the stored file, with the export's own fade. */
export class PreviewMusic {
  readonly #element = new Audio();
  #assetId: AssetId | null = null;
  #url: string | null = null;
  #clip: AudioClip | null = null;
  #timeline: Timeline | null = null;

  constructor(onTimeUpdate: () => void) {
    this.#element.preload = 'auto';
    // The only call that still comes in a hidden tab.
    this.#element.addEventListener('timeupdate', onTimeUpdate);
  }

  /** Takes the timeline's track. One that was already loaded goes on playing. */
  load(timeline: Timeline, media: readonly MediaSource[]): void {
    const clip = clipsOf(timeline, 'audio')[0] ?? null;
    this.#timeline = timeline;
    this.#clip = clip;
    if (clip?.assetId === this.#assetId) return;
    this.#release();
    const source = media.find(({ assetId }) => assetId === clip?.assetId);
    if (!clip || !source) return;
    this.#assetId = clip.assetId;
    this.#url = URL.createObjectURL(source.bytes);
    this.#element.src = this.#url;
  }

  /** True while the music itself moves on: only then is its time the preview's. */
  get running(): boolean {
    return this.#url !== null && !this.#element.paused && !this.#element.ended && !this.#element.seeking;
  }

  /** Position in seconds. */
  get time(): number {
    return this.#element.currentTime;
  }

  seek(time: number): void {
    if (this.#url !== null) this.#element.currentTime = time;
  }

  /** @returns false where there is nothing to play at this time. @throws StudioError when the browser refuses. */
  async play(time: number): Promise<boolean> {
    if (this.#url === null || time >= this.#element.duration) return false;
    this.#element.currentTime = time;
    this.fade(time);
    try {
      await this.#element.play();
      return true;
    } catch (error) {
      // A pause that came before the first sound.
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      throw toStudioError(error);
    }
  }

  pause(): void {
    this.#element.pause();
  }

  setMuted(muted: boolean): void {
    this.#element.muted = muted;
  }

  /** Sets the loudness that the export has at this time, in seconds. */
  fade(time: number): void {
    if (!this.#clip || !this.#timeline) return;
    const { start, durationFrames, fadeOutSeconds } = this.#clip;
    const end = frameToSeconds(start + durationFrames, this.#timeline.frameRate) * GAIN_RATE;
    this.#element.volume = fadeGain({ end, length: fadeOutSeconds * GAIN_RATE }, time * GAIN_RATE);
  }

  dispose(): void {
    this.#release();
  }

  #release(): void {
    this.#element.pause();
    this.#element.removeAttribute('src');
    this.#element.load();
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = null;
    this.#assetId = null;
  }
}
