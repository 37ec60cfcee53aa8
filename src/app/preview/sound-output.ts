import type { StereoChunk } from '#core/audio/stereo.ts';

/** How long after it was asked for the first sound is heard at the earliest, in seconds: nothing may come too late. */
const START_DELAY = 0.03;
/** Sound that begins or ends in the middle of a wave does so within this, in seconds, so that it does not click. */
const EDGE_SECONDS = 0.01;

/** Chunks of sound, played one after the other without a gap, and the time at which they are heard. */
export class SoundOutput {
  readonly #context: AudioContext;
  readonly #edge: GainNode;
  readonly #sources = new Set<AudioBufferSourceNode>();
  /** Time of the video that is heard at `#origin` of the context, both in seconds. */
  readonly #startTime: number;
  #origin: number;
  /** Of the context: where the next chunk belongs. */
  #end: number;

  /**
   * @param startTime of the video, in seconds.
   * @param onPlayed called whenever a chunk has been played: also in a hidden tab.
   */
  constructor(
    destination: AudioNode,
    context: AudioContext,
    startTime: number,
    private readonly onPlayed: () => void,
  ) {
    this.#context = context;
    this.#startTime = startTime;
    // On a whole sample: between two the browser would interpolate.
    this.#origin = Math.ceil((context.currentTime + START_DELAY) * context.sampleRate) / context.sampleRate;
    this.#end = this.#origin;
    this.#edge = new GainNode(context, { gain: 0 });
    this.#edge.gain.setValueAtTime(0, this.#origin);
    this.#edge.gain.linearRampToValueAtTime(1, this.#origin + EDGE_SECONDS);
    this.#edge.connect(destination);
  }

  /** Time of the video that is heard now, in seconds. */
  get time(): number {
    const { currentTime, outputLatency } = this.#context;
    return this.#startTime + Math.max(0, currentTime - (outputLatency || 0) - this.#origin);
  }

  /** How much sound is still to be heard, in seconds. */
  get ahead(): number {
    return this.#end - this.#context.currentTime;
  }

  add({ left, right }: StereoChunk): void {
    const { sampleRate } = this.#context;
    // What comes too late is heard late, and the pictures wait for it.
    const late = Math.ceil(-this.ahead * sampleRate) / sampleRate;
    if (late > 0) {
      this.#origin += late + START_DELAY;
      this.#end += late + START_DELAY;
    }
    const buffer = new AudioBuffer({ length: left.length, numberOfChannels: 2, sampleRate });
    buffer.copyToChannel(left, 0);
    buffer.copyToChannel(right, 1);
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#edge);
    source.onended = () => {
      this.#sources.delete(source);
      source.disconnect();
      this.onPlayed();
    };
    this.#sources.add(source);
    source.start(this.#end);
    this.#end += buffer.duration;
  }

  /** Falls silent. */
  stop(): void {
    const now = this.#context.currentTime;
    this.#edge.gain.cancelScheduledValues(now);
    this.#edge.gain.setTargetAtTime(0, now, EDGE_SECONDS / 4);
    for (const source of this.#sources) {
      source.onended = () => source.disconnect();
      source.stop(now + EDGE_SECONDS);
    }
    this.#sources.clear();
  }
}
