import { describe, expect, it } from 'vitest';
import { StudioError, toStudioError } from './errors.ts';

describe('errors', () => {
  it('cross borders as plain JSON and come back the same', () => {
    const error = new StudioError('file-too-large', 'a.jpg is too large.', { file: 'a.jpg', rule: '100 MB', value: 7 });
    const back = StudioError.fromRecord(JSON.parse(JSON.stringify(error.toRecord())));
    expect(back).toMatchObject({ code: 'file-too-large', message: 'a.jpg is too large.', details: error.details });
    expect(back.errorClass).toBe('non-recoverable');
  });

  it('says "disk full" for the browser\'s quota error', () => {
    expect(toStudioError(named('QuotaExceededError'))).toMatchObject({ code: 'disk-full' });
  });

  it('treats an abort as a cancellation', () => {
    expect(toStudioError(named('AbortError')).code).toBe('cancelled');
  });

  it('keeps the cause of the unexpected, even a bare number from wasm', () => {
    expect(toStudioError(5_123_456).message).toContain('native error 5123456');
    expect(toStudioError(new TypeError('x is undefined')).details.cause).toBe('x is undefined');
  });

  it('never wraps twice', () => {
    const error = new StudioError('cancelled', 'Cancelled.');
    expect(toStudioError(error)).toBe(error);
  });
});

/** As the browser throws them: told apart by name. */
function named(name: string): Error {
  return Object.assign(new Error('no'), { name });
}
