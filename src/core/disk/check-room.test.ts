import { describe, expect, it } from 'vitest';
import { renderSettings } from '../render/settings.ts';
import { checkRoom } from './check-room.ts';
import { diskNeeded, memoryNeeded } from './render-needs.ts';
import { sizeInWords } from './size-in-words.ts';

const NORMAL = { diskBytes: diskNeeded(27e6), memoryBytes: 300e6 };
const ECO = { diskBytes: diskNeeded(10e6), memoryBytes: 160e6 };
const PLENTY = { fitsOnDisk: true, deviceMemoryBytes: 8e9 };

describe('the disk that an export needs', () => {
  it('is its segments and the file that is put together from them', () => {
    expect(diskNeeded(100e6)).toBeGreaterThanOrEqual(200e6);
    expect(diskNeeded(100e6)).toBeLessThan(240e6);
  });

  it('stops an export for which there is no room, with its size and both ways out', () => {
    const [issue] = checkRoom(NORMAL, ECO, { ...PLENTY, fitsOnDisk: false });
    expect(issue).toMatchObject({ severity: 'error', code: 'disk-full' });
    expect(issue?.message).toContain('62 MB of free disk');
    expect(issue?.message).toContain('Storage page');
    expect(issue?.message).toContain('lower quality (24 MB)');
  });

  it('offers no lower quality where there is none', () => {
    const [issue] = checkRoom(ECO, null, { ...PLENTY, fitsOnDisk: false });
    expect(issue?.message).not.toContain('quality');
  });
});

describe('the memory that an export takes', () => {
  it('grows with the size of the picture, with photos, clips and workers', () => {
    const normal = renderSettings('9:16', 'normal');
    const content = { photos: 5, clips: 0, workers: 1 };
    const bytes = memoryNeeded(normal, content);
    expect(memoryNeeded(renderSettings('9:16', 'eco'), content)).toBeLessThan(bytes);
    expect(memoryNeeded(normal, { ...content, photos: 6 })).toBeGreaterThan(bytes);
    expect(memoryNeeded(normal, { ...content, clips: 1 })).toBeGreaterThan(bytes);
    expect(memoryNeeded(normal, { ...content, workers: 2 })).toBe(2 * bytes);
  });

  it('is warned of where it is more than half of the device', () => {
    const room = { fitsOnDisk: true, deviceMemoryBytes: 0.5e9 };
    expect(checkRoom(NORMAL, ECO, room)).toMatchObject([{ severity: 'warning', code: 'memory-low' }]);
    expect(checkRoom(ECO, null, room)).toEqual([]);
  });

  it('is nothing to speak of where there is enough, or where the browser does not tell', () => {
    expect(checkRoom(NORMAL, ECO, PLENTY)).toEqual([]);
    expect(checkRoom(NORMAL, ECO, { fitsOnDisk: true, deviceMemoryBytes: null })).toEqual([]);
  });
});

describe('a size in words', () => {
  it.each([
    [1, '1 MB'],
    [45_100_000, '46 MB'],
    [999_000_000, '999 MB'],
    [1_210_000_000, '1.3 GB'],
  ])('%d bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));
});
