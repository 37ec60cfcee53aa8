import { expect, it } from 'vitest';
import { StudioError } from '#core/errors.ts';
import { errorWords } from './error-words.ts';

it('says of a file what its own message says: which one, and what to do with it', () => {
  const error = new StudioError('file-damaged', 'beach.jpg is damaged. Choose another.', { file: 'beach.jpg' });
  expect(errorWords(error.toRecord())).toEqual({
    happened: 'A file is damaged',
    advice: 'beach.jpg is damaged. Choose another.',
    details: [
      { name: 'File', value: 'beach.jpg' },
      { name: 'Code', value: 'file-damaged' },
    ],
  });
});

it('keeps what only a developer understands for the details', () => {
  const error = new StudioError('unexpected', 'Something unexpected went wrong: native error 17', {
    cause: 'native error 17',
  });
  const { advice, details } = errorWords(error.toRecord());
  expect(advice).not.toContain('native');
  expect(details).toContainEqual({ name: 'Message', value: error.message });
  expect(details).toContainEqual({ name: 'Cause', value: 'native error 17' });
});

it('has a way on even where nothing is known', () => {
  expect(errorWords(null)).toEqual({ happened: 'The export stopped', advice: 'Try again.', details: [] });
});
