import { StudioError } from '../errors.ts';

/**
 * How a download goes on after it was cut: RFC 9110, sections 13.1.5 (If-Range), 14 (ranges) and 15.3.7 (206).
 *
 * What a script may read of another origin's answer is little: `Content-Length` and `Last-Modified` always, `ETag` and
 * `Content-Range` only where the server exposes them. So the parts are compared by whatever both answers show.
 */

/** Largest file that is loaded from an address: 4 GiB. What is then found in it has its own, lower limits. */
export const LARGEST_DOWNLOAD = 4 * 1024 ** 3;

/** A server that sends nothing for so long is given up. */
export const DOWNLOAD_SILENCE_SECONDS = 300;

/** Seconds to wait before each new try; after the last one without a byte it is given up. */
const RETRY_SECONDS = [1, 2, 4, 8, 16] as const;

/** What is on disk of a file, and how its server named that version of it. */
export interface KeptPart {
  readonly bytes: number;
  /** Of the whole file; null where the server did not say. */
  readonly total: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export const NOTHING_KEPT: KeptPart = { bytes: 0, total: null, etag: null, lastModified: null };

/** What a script can see of an answer, header values as they came. */
export interface ServerAnswer {
  readonly status: number;
  readonly length: string | null;
  readonly range: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Compressed on the way: the length then counts other bytes than those that arrive. */
  readonly encoded: boolean;
}

export type NextStep =
  /** The body belongs behind what is there; or, at 0, in place of it. */
  | { readonly kind: 'take'; readonly at: number; readonly kept: KeptPart }
  /** All of it was there already. */
  | { readonly kind: 'complete' }
  /** Ask anew for the whole file. */
  | { readonly kind: 'start-over' }
  | { readonly kind: 'wait-and-retry' }
  | { readonly kind: 'refuse'; readonly error: StudioError };

/**
 * Headers that ask for the rest; none where the whole file has to be asked for.
 * @param plain leaves out `If-Range`, for which a server has to permit the header: the answer is compared instead.
 */
export function headersForRest(kept: KeptPart, plain: boolean): Record<string, string> {
  const version = versionOf(kept);
  if (kept.bytes === 0 || version === null) return {};
  const range = { Range: `bytes=${kept.bytes}-` };
  return plain ? range : { ...range, 'If-Range': version };
}

/** @param name of the file, for messages. */
export function judgeAnswer(answer: ServerAnswer, kept: KeptPart, name: string, largest = LARGEST_DOWNLOAD): NextStep {
  if (answer.status === 206) return judgeRest(answer, kept, name, largest);
  if (answer.status === 416) {
    return kept.bytes > 0 && kept.bytes === kept.total ? { kind: 'complete' } : { kind: 'start-over' };
  }
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500) return { kind: 'wait-and-retry' };
  if (answer.status !== 200) return { kind: 'refuse', error: refusedByServer(name, answer.status) };
  const total = answer.encoded ? null : countOf(answer.length);
  if (total !== null && total > largest) return { kind: 'refuse', error: tooLarge(name, largest) };
  const { etag, lastModified } = answer;
  return { kind: 'take', at: 0, kept: { bytes: 0, total, etag, lastModified } };
}

function judgeRest(answer: ServerAnswer, kept: KeptPart, name: string, largest: number): NextStep {
  if (kept.bytes === 0 || answer.encoded || !isSameVersion(answer, kept)) return { kind: 'start-over' };
  const range = rangeOf(answer.range);
  if (range && range.start !== kept.bytes) return { kind: 'start-over' };
  const length = countOf(answer.length);
  const total = range?.total ?? (length === null ? kept.total : kept.bytes + length);
  if (kept.total !== null && total !== kept.total) return { kind: 'start-over' };
  if (total !== null && total > largest) return { kind: 'refuse', error: tooLarge(name, largest) };
  return { kind: 'take', at: kept.bytes, kept: { ...kept, total } };
}

/** Seconds before the next try. @param failures tries in a row that brought no byte. Null: give it up. */
export function retryDelay(failures: number): number | null {
  return RETRY_SECONDS[failures - 1] ?? null;
}

/** Seconds until the rest is here; null until there is a second to measure by, or where the end is not known. */
export function secondsLeft(received: number, elapsedSeconds: number, remaining: number | null): number | null {
  if (remaining === null || elapsedSeconds < 1 || received <= 0) return null;
  return (remaining * elapsedSeconds) / received;
}

export function tooLarge(name: string, largest: number): StudioError {
  const gibibytes = Math.floor((largest / 1024 ** 3) * 10) / 10;
  return new StudioError(
    'file-too-large',
    `${name} is larger than ${gibibytes} GB, the most that is loaded from an address. Download a smaller version of it.`,
    { file: name, rule: `at most ${largest} bytes` },
  );
}

/** @param host of the address. Browsers tell scripts no more than that there was no answer. */
export function unreachable(name: string, host: string): StudioError {
  return new StudioError(
    'input-invalid',
    `${name} could not be loaded: ${host} does not allow other pages to read its files (CORS), or it cannot be reached. Open the address in a tab, save the file, and drop it here.`,
    { file: name, rule: 'server answers with Access-Control-Allow-Origin', value: host },
  );
}

export function givenUp(name: string, host: string): StudioError {
  return new StudioError(
    'connection-lost',
    `The connection to ${host} was lost while ${name} was loaded, and ${RETRY_SECONDS.length} more tries brought nothing. What has arrived is kept for a week: add the address again to go on.`,
    { file: name, rule: 'server goes on sending', value: host },
  );
}

export function silentServer(name: string, host: string): StudioError {
  return new StudioError(
    'connection-lost',
    `${host} sent nothing of ${name} for ${DOWNLOAD_SILENCE_SECONDS} seconds. What has arrived is kept for a week: add the address again to go on.`,
    { file: name, rule: `progress within ${DOWNLOAD_SILENCE_SECONDS} seconds`, value: host },
  );
}

/** What `If-Range` may name: a strong tag, or the date. Weak tags do not promise equal bytes. */
function versionOf({ etag, lastModified }: KeptPart): string | null {
  return isStrong(etag) ? etag : lastModified;
}

function isStrong(etag: string | null): etag is string {
  return etag?.startsWith('"') === true;
}

function isSameVersion(answer: ServerAnswer, kept: KeptPart): boolean {
  if (isStrong(kept.etag) && answer.etag !== null) return answer.etag === kept.etag;
  return kept.lastModified !== null && answer.lastModified === kept.lastModified;
}

function rangeOf(header: string | null): { readonly start: number; readonly total: number | null } | null {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '');
  return match ? { start: Number(match[1]), total: countOf(match[2] ?? null) } : null;
}

function countOf(header: string | null): number | null {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

function refusedByServer(name: string, status: number): StudioError {
  return new StudioError('not-found', `${name} was not loaded: ${wordsForStatus(status)} (HTTP ${status}).`, {
    file: name,
    rule: 'address answers with a file',
    value: status,
  });
}

function wordsForStatus(status: number): string {
  if (status === 404 || status === 410) return 'there is nothing at this address. Check it for a typing mistake';
  if (status === 401 || status === 403) {
    return 'the server gives it only to people who are signed in there. Save the file there, and drop it here';
  }
  return 'the server refused it. Open the address in a tab to see what it says';
}

/** While another tab, or an earlier call, loads the same address. */
export function alreadyLoading(name: string, address: string): StudioError {
  return new StudioError('state-conflict', `${name} is being loaded already. Wait for it, or cancel it first.`, {
    file: name,
    rule: 'an address is loaded once at a time',
    value: address,
  });
}
