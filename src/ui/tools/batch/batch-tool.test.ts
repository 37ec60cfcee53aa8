import { describe, expect, test } from 'vitest';
import type { ImportOutcome } from '#app/studio/assets.ts';
import type { BatchDraft } from '#core/batch/batch-row.ts';
import { StudioError } from '#core/errors.ts';
import { audioAsset, imageAsset } from '#core/fixtures/assets.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { createBatchTool } from './batch-tool.ts';

const file = (name: string, text = name) => new File([text], name);

function setUp(stored: BatchDraft | null = null, packed: readonly MediaAsset[] = []) {
  let count = 0;
  const saved: BatchDraft[] = [];
  const unused = () => Promise.reject(new Error('Nothing is made or saved in these tests.'));
  const tool = createBatchTool(
    {
      assets: {
        importFiles: async (
          files: readonly File[],
          options: { onFile?: (outcome: ImportOutcome, index: number) => void } = {},
        ) => {
          const outcomes = files.map(({ name }): ImportOutcome => {
            if (name.startsWith('bad')) {
              return { ok: false, file: name, error: new StudioError('file-damaged', `${name} is damaged.`) };
            }
            return { ok: true, asset: name.endsWith('.mp3') ? audioAsset(name, 3) : imageAsset(name) };
          });
          for (const asset of packed) options.onFile?.({ ok: true, asset }, 0);
          if (packed.length > 0) return [];
          for (const [index, outcome] of outcomes.entries()) options.onFile?.(outcome, index);
          return outcomes;
        },
      } as Parameters<typeof createBatchTool>[0]['assets'],
      batches: {
        draft: async () => stored,
        saveDraft: async (draft) => void saved.push(draft),
        start: unused,
        saveInto: unused,
        writeArchive: unused,
        makeArchive: unused,
      },
    },
    () => `r${count++}`,
  );
  const rows = () => tool.state.getState().draft?.rows.map(({ hook, media }) => [hook, media]);
  return { tool, saved, rows };
}

describe('the table of a batch', () => {
  test('begins with a row to type in, and gives its place to the first table', async () => {
    const { tool, rows } = setUp();
    await tool.open();
    expect(rows()).toEqual([['', '']]);
    await tool.add([file('jobs.csv', 'hook,photos\nA,a.jpg\n')]);
    await tool.add([file('more.csv', 'hook,photos\nB,b.jpg\n')]);
    expect(rows()).toEqual([
      ['A', 'a.jpg'],
      ['B', 'b.jpg'],
    ]);
  });

  test('stays as it is where a table is refused, and says why', async () => {
    const { tool, rows } = setUp();
    await tool.open();
    tool.change('r0', { hook: 'Mine' });
    await tool.add([file('jobs.csv', 'hook\n"open'), file('long.csv', `hook\n${'x\n'.repeat(200)}`)]);
    expect(rows()).toEqual([['Mine', '']]);
    expect(tool.state.getState().notes).toEqual([
      expect.stringMatching(/^jobs\.csv: Line 2, column 1/),
      expect.stringMatching(/^long\.csv has 200 rows, and 1 are there/),
    ]);
  });

  test('takes photos and tracks in, each once, and keeps the reason of one that failed', async () => {
    const { tool } = setUp();
    await tool.open();
    await tool.add([file('a.jpg'), file('bad.jpg'), file('s.mp3')]);
    await tool.add([file('a.jpg')]);
    const { draft, refused, importing } = tool.state.getState();
    expect(draft?.files.map(({ name, kind }) => [name, kind])).toEqual([
      ['s.mp3', 'audio'],
      ['a.jpg', 'image'],
    ]);
    expect(refused).toEqual([{ name: 'bad.jpg', reason: 'bad.jpg is damaged.' }]);
    expect(importing).toBeNull();
  });

  test('knows the files of an archive by their own names', async () => {
    const { tool } = setUp(null, [imageAsset('in-a.jpg'), imageAsset('in-b.jpg')]);
    await tool.open();
    await tool.add([file('photos.zip')]);
    const { draft, importing } = tool.state.getState();
    expect(draft?.files.map(({ name }) => name)).toEqual(['in-a.jpg', 'in-b.jpg']);
    expect(importing).toBeNull();
  });

  test('gets a row for each photo that has none', async () => {
    const { tool, rows } = setUp();
    await tool.open();
    tool.change('r0', { media: 'A.jpg' });
    await tool.add([file('a.jpg'), file('b.jpg'), file('s.mp3')]);
    tool.addRowsForMedia();
    expect(rows()).toEqual([
      ['', 'A.jpg'],
      ['', 'b.jpg'],
    ]);
  });

  test('is as it was left, and is written down when it is changed', async () => {
    const first = setUp();
    await first.tool.open();
    first.tool.change('r0', { hook: 'Kept' });
    first.tool.setBase({ style: 'neon-night' });
    await first.tool.flush();
    const { tool, rows } = setUp(first.saved.at(-1) ?? null);
    await tool.open();
    expect(rows()).toEqual([['Kept', '']]);
    tool.remove('r0');
    expect(rows()).toEqual([['', '']]);
    expect(tool.state.getState().draft?.base.style).toBe('neon-night');
  });
});
