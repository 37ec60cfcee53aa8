import { toStudioError } from '#core/errors.ts';
import {
  DOWNLOAD_SILENCE_SECONDS,
  givenUp,
  headersForRest,
  judgeAnswer,
  type KeptPart,
  LARGEST_DOWNLOAD,
  type NextStep,
  NOTHING_KEPT,
  retryDelay,
  secondsLeft,
  silentServer,
  tooLarge,
  unreachable,
} from '#core/import/download.ts';
import { checkRedirect } from './address.ts';

/** Where the bytes go. */
export interface DownloadTarget {
  readonly kept: KeptPart;
  begin(at: number, kept: KeptPart): void;
  append(bytes: Uint8Array): void;
  /** Makes sure of everything so far. */
  keep(): void;
}

export interface DownloadProgress {
  /** Bytes on disk, of `total` where the server said how many there are. */
  readonly done: number;
  readonly total: number | null;
  readonly etaSeconds: number | null;
  /** The connection is cut or not made yet; it is tried again by itself. */
  readonly waiting: boolean;
}

export interface DownloadWork {
  readonly url: URL;
  /** For messages. */
  readonly name: string;
  readonly target: DownloadTarget;
  readonly onProgress: (progress: DownloadProgress) => void;
  /** Largest size in bytes. */
  readonly largest?: number;
  /** What waits before a new try; tests do not. */
  readonly wait?: (seconds: number) => Promise<void>;
  readonly load?: typeof fetch;
}

/** How one try ended. */
type Ended = 'whole' | 'cut' | 'start-over' | 'waiting' | 'no-answer';

/**
 * Loads a file from an address into `target`, going on where it was cut, without cookies and without saying which page
 * asks. It is there whole when this resolves; nothing of it has been looked at.
 * @throws StudioError `input-invalid` (no answer, or a wrong redirect), `not-found`, `file-too-large`, `connection-lost`,
 * `disk-full`.
 */
export async function downloadFile(work: DownloadWork): Promise<void> {
  const { url, name, target, wait = pause } = work;
  let failures = 0;
  let answered = target.kept.bytes > 0;
  // A server that does not permit `If-Range` is asked without it from then on.
  let plain = false;
  for (;;) {
    const before = target.kept.bytes;
    const ended = await tryOnce(work, plain);
    if (ended === 'whole') return;
    if (ended === 'no-answer' && !answered) throw unreachable(name, url.host);
    if (ended === 'no-answer' && !plain) {
      plain = true;
      continue;
    }
    answered ||= ended !== 'no-answer';
    if (ended === 'start-over') target.begin(0, NOTHING_KEPT);
    failures = target.kept.bytes > before ? 1 : failures + 1;
    const seconds = retryDelay(failures);
    if (seconds === null) throw givenUp(name, url.host);
    work.onProgress({ done: target.kept.bytes, total: target.kept.total, etaSeconds: null, waiting: true });
    if (ended !== 'start-over' || failures > 1) await wait(seconds);
  }
}

async function tryOnce(work: DownloadWork, plain: boolean): Promise<Ended> {
  const { url, name, target, load = fetch } = work;
  const silence = silenceWatch();
  try {
    const response = await load(url, {
      headers: headersForRest(target.kept, plain),
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      cache: 'no-store',
      signal: silence.signal,
    });
    if (response.url !== '') checkRedirect(url, response.url);
    const step = judgeAnswer(seenOf(response), target.kept, name, work.largest);
    const ended = step.kind === 'take' ? await takeBody(work, response, step, silence) : endOf(step);
    if (step.kind !== 'take') await response.body?.cancel();
    return ended;
  } catch (error) {
    if (silence.signal.aborted) throw silentServer(name, url.host);
    // The browser says no more of a connection that failed, nor of a server that forbids reading.
    if (error instanceof TypeError) return 'no-answer';
    throw toStudioError(error);
  } finally {
    silence.stop();
  }
}

function endOf(step: Exclude<NextStep, { kind: 'take' }>): Ended {
  if (step.kind === 'refuse') throw step.error;
  if (step.kind === 'complete') return 'whole';
  return step.kind === 'start-over' ? 'start-over' : 'waiting';
}

async function takeBody(
  work: DownloadWork,
  response: Response,
  { at, kept }: Extract<NextStep, { kind: 'take' }>,
  silence: SilenceWatch,
): Promise<Ended> {
  const { name, target, onProgress, largest = LARGEST_DOWNLOAD } = work;
  target.begin(at, kept);
  let { total } = kept;
  const started = performance.now();
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => 'cut' as const);
    if (part === 'cut') {
      target.keep();
      if (silence.signal.aborted) throw silence.signal.reason;
      return 'cut';
    }
    if (!part || part.done) break;
    silence.reset();
    const after = target.kept.bytes + part.value.byteLength;
    if (total !== null && after > total) {
      // The length is that of the compressed bytes: pages may not see that another origin's answer was compressed. What
      // is unpacked cannot be gone on with by its place in the file.
      total = null;
      target.begin(target.kept.bytes, { ...NOTHING_KEPT, bytes: target.kept.bytes });
    }
    if (after > largest) {
      await reader?.cancel();
      throw tooLarge(name, largest);
    }
    target.append(part.value);
    const remaining = total === null ? null : total - after;
    const etaSeconds = secondsLeft(after - at, (performance.now() - started) / 1000, remaining);
    onProgress({ done: after, total, etaSeconds, waiting: false });
  }
  // Over HTTP/1.1 without a length, or through some proxies, a cut connection looks like an end.
  return total !== null && target.kept.bytes < total ? 'cut' : 'whole';
}

function seenOf({ status, headers }: Response) {
  return {
    status,
    length: headers.get('Content-Length'),
    range: headers.get('Content-Range'),
    etag: headers.get('ETag'),
    lastModified: headers.get('Last-Modified'),
    encoded: headers.has('Content-Encoding'),
  };
}

interface SilenceWatch {
  readonly signal: AbortSignal;
  reset(): void;
  stop(): void;
}

function silenceWatch(): SilenceWatch {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const reset = () => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), DOWNLOAD_SILENCE_SECONDS * 1000);
  };
  reset();
  return { signal: controller.signal, reset, stop: () => clearTimeout(timer) };
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
