/**
 * The one error type that crosses module, worker and storage borders.
 *
 * `message` is written for the person at the screen: what happened, to which file, which rule, and what to do.
 */

/** How a failed job is treated: retried, given up at once, or retried one quality step down. */
export type ErrorClass = 'recoverable' | 'non-recoverable' | 'resource';

const CLASS_OF_CODE = {
  // Bad input: trying again gives the same answer.
  'file-empty': 'non-recoverable',
  'file-too-large': 'non-recoverable',
  'file-unsupported': 'non-recoverable',
  'file-damaged': 'non-recoverable',
  'picture-too-large': 'non-recoverable',
  'no-video-frames': 'non-recoverable',
  'too-many-items': 'non-recoverable',
  'input-invalid': 'non-recoverable',
  'render-not-ready': 'non-recoverable',
  'not-found': 'non-recoverable',
  'state-conflict': 'non-recoverable',
  'browser-unsupported': 'non-recoverable',
  cancelled: 'non-recoverable',
  // The machine ran out of something: less may still work.
  'disk-full': 'resource',
  'encoder-failed': 'resource',
  'decoder-failed': 'resource',
  'gpu-failed': 'resource',
  'out-of-memory': 'resource',
  // Chance: trying again may work.
  'storage-failed': 'recoverable',
  'connection-lost': 'recoverable',
  'worker-crashed': 'recoverable',
  'render-stalled': 'recoverable',
  'encoder-reclaimed': 'recoverable',
  'part-damaged': 'recoverable',
  'output-wrong': 'recoverable',
  unexpected: 'recoverable',
} as const satisfies Record<string, ErrorClass>;

export type ErrorCode = keyof typeof CLASS_OF_CODE;

/** Facts beside the message: the file, the rule and the value that broke it. JSON only. */
export interface ErrorDetails {
  readonly file?: string;
  readonly rule?: string;
  readonly value?: string | number;
  readonly cause?: string;
}

/** A `StudioError` as plain JSON, for stored rows and messages between threads. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

export class StudioError extends Error {
  override readonly name = 'StudioError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }

  get errorClass(): ErrorClass {
    return CLASS_OF_CODE[this.code];
  }

  toRecord(): ErrorRecord {
    return { code: this.code, message: this.message, details: this.details };
  }

  static fromRecord(record: ErrorRecord): StudioError {
    return new StudioError(record.code, record.message, record.details);
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(CLASS_OF_CODE, value);
}

/** Wraps anything thrown, keeping a `StudioError` as it is and naming the browser's own errors. */
export function toStudioError(thrown: unknown): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const name = nameOf(thrown);
  const cause = causeOf(thrown);
  if (name === 'AbortError') {
    return new StudioError('cancelled', 'Cancelled.', {}, { cause: thrown });
  }
  if (name === 'QuotaExceededError') {
    return new StudioError(
      'disk-full',
      'The disk space for this app is used up. Delete finished videos or media that you no longer need on the Storage page, then try again.',
      { rule: 'free disk space', cause },
      { cause: thrown },
    );
  }
  return new StudioError('unexpected', `Something unexpected went wrong: ${cause}`, { cause }, { cause: thrown });
}

function nameOf(thrown: unknown): string | undefined {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : undefined;
}

function causeOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  // Wasm modules throw bare numbers (C++ pointers): say so instead of printing a mystery.
  return typeof thrown === 'number' ? `native error ${thrown}` : String(thrown);
}
