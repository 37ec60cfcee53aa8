/** What one project and one file may hold. The only place where these numbers stand. */

export interface Limits {
  /** Different photos and clips in one project. */
  readonly items: number;
  /** Bytes of one imported photo or track. */
  readonly fileBytes: number;
  /** Bytes of one imported clip, which is streamed: never is all of it in memory. */
  readonly clipBytes: number;
  /** Longest clip that is converted, in seconds: WebAssembly takes many times as long as the clip plays. */
  readonly convertedSeconds: number;
  /** Pixels that a picture's header may declare: 2^26, the default of the image decoders that have one. */
  readonly picturePixels: number;
  /** Characters (grapheme clusters) of the text hook. */
  readonly hookCharacters: number;
  /** Shortest and longest video, in seconds. */
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
}

export const DEFAULT_LIMITS: Limits = {
  items: 10,
  fileBytes: 100 * 1024 * 1024,
  clipBytes: 2 * 1024 ** 3,
  convertedSeconds: 300,
  picturePixels: 2 ** 26,
  hookCharacters: 500,
  shortestSeconds: 1,
  longestSeconds: 600,
};
