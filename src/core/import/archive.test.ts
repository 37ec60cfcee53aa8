import { describe, expect, it } from 'vitest';
import { type ArchiveEntry, judgeEntry, refuseCrowdedArchive, UnpackGuard } from './archive.ts';

const GIB = 1024 ** 3;
const PHOTO: ArchiveEntry = {
  path: 'album/one.jpg',
  isDirectory: false,
  isEncrypted: false,
  packedBytes: 900,
  bytes: 1000,
};

const judge = (change: Partial<ArchiveEntry>, before = 0) => judgeEntry('a.zip', { ...PHOTO, ...change }, before);

describe('a file in an archive', () => {
  it('is unpacked under its bare name', () => {
    expect(judge({})).toEqual({ kind: 'unpack', name: 'one.jpg' });
    expect(judge({ path: 'album\\two.jpg' })).toEqual({ kind: 'unpack', name: 'two.jpg' });
  });

  it.each(['__MACOSX/album/._one.jpg', 'album/.DS_Store', 'Thumbs.db', 'album/._one.jpg'])(
    'that a system added is left out: %s',
    (path) => expect(judge({ path })).toEqual({ kind: 'skip' }),
  );

  it('that is a folder is left out', () => {
    expect(judge({ path: 'album/', isDirectory: true })).toEqual({ kind: 'skip' });
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\windows\\a.jpg', 'album/../../b.jpg', '..\\b.jpg', '..'])(
    'whose name leads out of the archive is refused: %s',
    (path) => {
      expect(judge({ path })).toMatchObject({
        kind: 'refuse',
        error: { code: 'file-damaged', message: expect.stringContaining('leads out of the archive') },
      });
    },
  );

  it.each([
    ['locked', { isEncrypted: true }, 0, /locked by a password/],
    ['a bomb', { bytes: 10 * GIB, packedBytes: 10 * 1024 ** 2 }, 0, /larger than 4 GB/],
    ['a small bomb', { bytes: GIB, packedBytes: 1024 ** 2 }, 0, /more than 100 times its size/],
    ['one of many bombs', { bytes: GIB, packedBytes: GIB }, 15.5 * GIB, /16 GB that one archive may unpack to/],
  ])('that is %s is refused', (_, change, before, words) => {
    const verdict = judge(change, before);
    expect(verdict.kind === 'refuse' ? verdict.error.message : verdict.kind).toMatch(words);
  });

  it('may shrink a lot while it is small', () => {
    expect(judge({ bytes: 1_000_000, packedBytes: 1000 })).toMatchObject({ kind: 'unpack' });
  });

  it('may not hold more than the list of the archive says', () => {
    const guard = new UnpackGuard('a.zip', 'one.jpg', PHOTO);
    guard.take(1000);
    expect(() => guard.take(1)).toThrow(/one\.jpg in a\.zip was not unpacked: it unpacks to more/);
  });
});

it('refuses an archive of more files than anyone means to import', () => {
  expect(() => refuseCrowdedArchive('a.zip', 10_000)).not.toThrow();
  expect(() => refuseCrowdedArchive('a.zip', 10_001)).toThrow(/10001 files; at most 10000/);
});
