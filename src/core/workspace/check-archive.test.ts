import { describe, expect, it } from 'vitest';
import type { ArchiveEntry } from '../import/archive.ts';
import { checkArchiveList } from './check-archive.ts';

const HASH = 'ab'.repeat(32);

function file(path: string, bytes = 10, packedBytes = bytes): ArchiveEntry {
  return { path, bytes, packedBytes, isDirectory: false, isEncrypted: false };
}

const WHOLE = [file('workspace.json'), file('rows/assets.jsonl', 900, 90), file(`media/${HASH}`), file('files.jsonl')];

function check(entries: readonly ArchiveEntry[], archiveBytes = 1e12) {
  return () => checkArchiveList('a.zip', archiveBytes, entries);
}

describe('the list of an archive', () => {
  it('is let in where each file has its place, without folders and what systems add', () => {
    const folder = { ...file('media/'), isDirectory: true };
    expect(check([...WHOLE, folder, file('__MACOSX/._workspace.json'), file('.DS_Store')])()).toEqual(WHOLE);
  });

  it('is refused as a whole for one file that leads out of it, is locked, unknown or there twice', () => {
    const refused = 'was not imported, and nothing of it is kept';
    for (const path of ['../evil', '/etc/passwd', 'C:\\evil', 'media/../../evil']) {
      expect(check([...WHOLE, file(path)])).toThrow(refused);
    }
    expect(check([...WHOLE, { ...file('rows/jobs.jsonl'), isEncrypted: true }])).toThrow('password');
    for (const path of ['rows/secrets.jsonl', 'media/short', `media/${HASH}/x`, 'videos/a b.mp4', 'run.exe']) {
      expect(check([...WHOLE, file(path)])).toThrow('belongs to no workspace');
    }
    expect(check([...WHOLE, file(`media/${HASH}`)])).toThrow(`holds “media/${HASH}” twice`);
  });

  it('is refused where it would unpack to much more than it is', () => {
    expect(check([file('rows/jobs.jsonl', 1e10, 1e6)])).toThrow('more than 100 times');
    expect(check([file(`media/${HASH}`, 1e10, 1e6)])).toThrow(/more than 100 times|media are stored as they are/);
    expect(check([file(`media/${HASH}`, 2000, 1000)])).toThrow('media are stored as they are');
    expect(check([file('rows/jobs.jsonl', 3e9)])).toThrow('larger than any table');
    const twins = Array.from({ length: 9 }, (_, n) => file(`media/${String(n).repeat(64)}`, 1e9));
    expect(check(twins, 2e9)).toThrow('lie over each other');
    expect(check(twins, 1e10)()).toHaveLength(9);
  });
});
