import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { asStorageError } from './storage-error.ts';

test('a full disk inside the abort of a transaction is a full disk, not a cancel', () => {
  const full = new DOMException('Out of space.', 'QuotaExceededError');
  expect(asStorageError(new Dexie.AbortError('Transaction aborted', full)).code).toBe('disk-full');
});

test('any other abort is a failure of the database, with its reason', () => {
  const error = asStorageError(new Dexie.AbortError('Transaction aborted', new Error('Connection lost')));
  expect(error.code).toBe('storage-failed');
  expect(error.message).toContain('Connection lost');
});

test('an error that has a name already keeps it', () => {
  const error = new StudioError('not-found', 'Gone.');
  expect(asStorageError(error)).toBe(error);
});
