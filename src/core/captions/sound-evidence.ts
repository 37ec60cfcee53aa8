/** What is known of the sound besides the words that were recognised in it. */

/** Loudness over time: one root mean square (0 to 1) for each step of equal length. */
export interface EnergyCurve {
  /** Length of one step in seconds. */
  readonly stepSeconds: number;
  readonly values: ArrayLike<number>;
}

/** What a recogniser says of one stretch that it listened to at once (a window of at most 30 s for Whisper). */
export interface ListeningWindow {
  /** Seconds from the start of the sound. */
  readonly start: number;
  readonly end: number;
  /** Probability, 0 to 1, that nobody speaks in it. */
  readonly noSpeech: number;
}

export interface SoundEvidence {
  /** Length of the sound in seconds. */
  readonly duration: number;
  /** Left out where the sound itself is not at hand. */
  readonly energy?: EnergyCurve;
  readonly windows?: readonly ListeningWindow[];
}
