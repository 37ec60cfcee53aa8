/** A file that a tool takes. */
export interface ToolFile {
  /** For error messages. */
  readonly name: string;
  /** Backed by disk: passing it copies nothing. */
  readonly bytes: Blob;
}
