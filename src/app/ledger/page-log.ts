import { type StudioError, toStudioError } from '#core/errors.ts';
import type { StoredProblems } from '../studio.ts';
import type { LogWriter } from './log-writer.ts';

/** Writes into the log what befalls this page: its start and end, errors that nothing caught, sleep, stored problems. */
export function logPage(log: LogWriter, problems: StoredProblems): void {
  log.add('info', 'page', 'opened', {
    browser: navigator.userAgent,
    cores: navigator.hardwareConcurrency,
    crossOriginIsolated,
  });
  window.addEventListener('error', ({ message, filename, lineno }) =>
    log.add('error', 'page', 'uncaught-error', { message, script: filename, line: lineno }),
  );
  window.addEventListener('unhandledrejection', ({ reason }) =>
    log.add('error', 'page', 'unhandled-rejection', recordOf(toStudioError(reason))),
  );
  document.addEventListener('visibilitychange', () => log.add('debug', 'page', document.visibilityState));
  document.addEventListener('freeze', () => log.add('info', 'page', 'frozen'));
  document.addEventListener('resume', () => log.add('info', 'page', 'resumed'));
  window.addEventListener('pagehide', () => {
    log.add('info', 'page', 'left');
    void log.flush();
  });
  logProblems(log, problems);
}

/** Each problem once: their list only grows. */
function logProblems(log: LogWriter, problems: StoredProblems): void {
  let told = 0;
  const tell = () => {
    const all = problems.list();
    for (const problem of all.slice(told)) log.add('warn', 'storage', 'problem', recordOf(problem));
    told = all.length;
  };
  tell();
  problems.subscribe(tell);
}

function recordOf(error: StudioError): Readonly<Record<string, unknown>> {
  return { ...error.toRecord() };
}
