import { transferHandlers } from 'comlink';
import { type ErrorRecord, isErrorCode, StudioError, toStudioError } from '#core/errors.ts';

/**
 * Carries errors between threads as `StudioError`s, code and details included: Comlink's own handler keeps only name,
 * message and stack. Installed at both ends.
 */
export function installErrorHandler(): void {
  const original = transferHandlers.get('throw');
  if (!original) throw new Error('Comlink has no handler named "throw".');
  transferHandlers.set('throw', {
    canHandle: original.canHandle,
    serialize: (thrown: { value: unknown }) => [toStudioError(thrown.value).toRecord(), []],
    deserialize: (record: unknown): never => {
      throw isErrorRecord(record)
        ? StudioError.fromRecord(record)
        : new StudioError('worker-crashed', 'A part of the studio answered with something unreadable. Try again.');
    },
  });
}

function isErrorRecord(value: unknown): value is ErrorRecord {
  return typeof value === 'object' && value !== null && 'code' in value && isErrorCode(value.code);
}
