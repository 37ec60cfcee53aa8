import { readFile, writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { RenderJob } from '#core/job/job.ts';
import { OWN_FONT } from '../support/own-font.ts';
import { photo } from '../support/pictures.ts';
import { type ArchivedEntry, rewriteArchive, withText } from '../support/spoilt-archives.ts';
import { assetOf, openStudio, storedFiles } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { clickTrack } from '../support/tracks.ts';
import { snapshotOf, type WorkspaceSnapshot } from '../support/workspace-snapshot.ts';
import { saveArchive, studioOf } from '../support/workspaces.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

/** Whole workspaces as one archive each: out, and in again. */

const FIRST = 'default';

const TABLES = [
  ...['assets', 'thumbnails', 'filmstrips', 'peaks', 'highlights', 'beatGrids'],
  ...['folders', 'filings', 'projects', 'jobs', 'fonts'],
];

/** A video of a photo with music, whose beats are known. */
async function fillWorkspace(page: Page): Promise<void> {
  await openStudio(page);
  const picture = await assetOf(page, await photo({ name: 'scene.jpg', seed: 6, width: 480, height: 720 }));
  const track = await clickTrack({ name: 'clicks.wav', format: 'wav', seconds: 4, clicks: [1, 2, 3] });
  const { id: song } = await assetOf(page, track);
  const job = await page.evaluate(
    async ([image, audio, font]) => {
      const { studio } = window;
      if (!studio) throw new Error('The page has no window.studio.');
      await studio.beats.analyse(audio);
      const logo = { assetId: image, corner: 'top-left', size: 0.2, margin: 0.03, opacity: 1 } as const;
      const { hash } = await studio.fonts.add(
        new File([Uint8Array.from(atob(font), (c) => c.charCodeAt(0))], 'Own.woff2'),
      );
      await studio.brand.change({ logo, hookFont: hash });
      const options = { quality: 'freeze', overlay: 'none', name: 'Summer', lengthSeconds: 1 } as const;
      const { jobId } = await studio.process({ images: [{ assetId: image }], audio: { assetId: audio }, ...options });
      return jobId;
    },
    [picture.id, song, (await readFile(OWN_FONT)).toString('base64')] as const,
  );
  expect(await statusOf(page, job)).toBe('completed');
}

/** Once the job has ended. */
function statusOf(page: Page, jobId: string): Promise<RenderJob['status']> {
  return page.evaluate(
    (id) =>
      new Promise<RenderJob['status']>((resolve) => {
        const stop = window.studio?.jobs.watch(id, ({ status }) => {
          if (status === 'pending' || status === 'processing') return;
          queueMicrotask(() => stop?.());
          resolve(status);
        });
      }),
    jobId,
  );
}

/** Where files lie differs from one workspace to the other. */
function withoutPlaces({ rows, files }: WorkspaceSnapshot, id: string): WorkspaceSnapshot {
  const text = JSON.stringify(rows).replaceAll(`workspaces/${id}/`, 'workspaces/THIS/');
  return { rows: JSON.parse(text), files };
}

/** Saves the archive of the open workspace by hand. */
async function exportByHand(page: Page, to: string): Promise<string> {
  await page.goto('/#workspaces');
  expect(await saveArchive(page, 'My studio', to)).toBe('My studio.zip');
  return to;
}

async function importByHand(page: Page, path: string): Promise<void> {
  await page.getByLabel('Archive of a workspace').setInputFiles(path);
}

for (const { name, viewport, hasTouch } of [LAPTOP, PHONE]) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('a workspace that is exported and imported is the same, and makes the same videos', async ({ page }) => {
      await fillWorkspace(page);
      const archive = await exportByHand(page, test.info().outputPath('studio.zip'));
      const before = withoutPlaces(await snapshotOf(page, FIRST, TABLES), FIRST);
      expect(Object.keys(before.files).filter((path) => path.startsWith('tmp/'))).toEqual([]);

      await importByHand(page, archive);
      await expect(page.getByText('“My studio (2)” was imported')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: `test-results/workspace-imported-${name}.png` });
      const id = await page.evaluate(async () => {
        const workspaces = (await window.studio?.workspaces.list()) ?? [];
        return workspaces.find((one) => one.name === 'My studio (2)')?.id ?? '';
      });
      const after = withoutPlaces(await snapshotOf(page, id, TABLES), id);
      expect(after).toEqual(before);

      await page.getByRole('button', { name: 'Open My studio (2)' }).click();
      await studioOf(page, id);
      const again = await page.evaluate(async () => {
        const { studio } = window;
        if (!studio) throw new Error('The page has no window.studio.');
        const [image] = await studio.assets.list('image');
        const [song] = await studio.assets.list('audio');
        const { logo, hookFont } = await studio.brand.get();
        const [font] = await studio.fonts.list();
        if (!image || logo?.assetId !== image.id) throw new Error('The logo did not come along.');
        if (!font || hookFont !== font.hash) throw new Error('The font did not come along.');
        const options = { quality: 'freeze', overlay: 'none', lengthSeconds: 1 } as const;
        const { jobId } = await studio.process({
          images: [{ assetId: image?.id ?? '' }],
          audio: { assetId: song?.id ?? '' },
          ...options,
        });
        return jobId;
      });
      expect(await statusOf(page, again)).toBe('completed');
      expect(await page.evaluate(async () => (await window.studio?.health())?.problems)).toEqual([]);
    });
  });
}

test('an archive that somebody has changed is refused in words, and nothing of it is kept', async ({ page }) => {
  await fillWorkspace(page);
  const archive = await exportByHand(page, test.info().outputPath('studio.zip'));
  const before = await storedFiles(page);
  const text = (value: string) => new TextEncoder().encode(value);
  const spoil = (label: string, change: (entries: readonly ArchivedEntry[]) => readonly ArchivedEntry[]) =>
    rewriteArchive(archive, test.info().outputPath(`${label}.zip`), change);
  const intoRow = (path: string, change: (text: string) => string) => (entries: readonly ArchivedEntry[]) =>
    withText(entries, path, change);
  const cutOff = test.info().outputPath('cut.zip');
  const whole = await readFile(archive);
  await writeFile(cutOff, whole.subarray(0, whole.length - 100));

  const attacks: [string, string][] = [
    [cutOff, 'cannot be read'],
    [
      await spoil('slip', (all) => [...all, { path: '../../default/evil', bytes: text('x') }]),
      'leads out of the archive',
    ],
    [await spoil('absolute', (all) => [...all, { path: '/evil', bytes: text('x') }]), 'leads out of the archive'],
    [await spoil('stranger', (all) => [...all, { path: 'run.exe', bytes: text('x') }]), 'belongs to no workspace'],
    [
      await spoil(
        'proto',
        intoRow('rows/projects.jsonl', (rows) => rows.replace('{', '{"__proto__":{"isAdmin":true},')),
      ),
      'rows/projects.jsonl, row 1 is damaged: it has a field named “__proto__”, as an attack would',
    ],
    [
      await spoil(
        'schema',
        intoRow('rows/assets.jsonl', (rows) => rows.replace('"bytes":', '"bytes":-')),
      ),
      'rows/assets.jsonl, row 1 is damaged',
    ],
    [
      await spoil(
        'newer-row',
        intoRow('rows/projects.jsonl', (rows) => rows.replace(/"schemaVersion":\d+/, '"schemaVersion":999')),
      ),
      'saved by a newer version of the studio',
    ],
    [
      await spoil(
        'newer',
        intoRow('workspace.json', (one) => one.replace('"version":1', '"version":99')),
      ),
      'exported by a newer version of the studio (format 99',
    ],
    [
      await spoil('album', (all) => all.filter(({ path }) => path !== 'workspace.json')),
      'is no workspace of this studio',
    ],
    [
      await spoil('lost', (all) => all.filter(({ path }) => !path.startsWith('media/'))),
      'is in its list and not in it',
    ],
    [
      await spoil('other-bytes', (all) =>
        all.map((entry) =>
          entry.path.startsWith('media/')
            ? { ...entry, bytes: entry.bytes.map((byte, at) => (at === 200 ? byte ^ 1 : byte)) }
            : entry,
        ),
      ),
      'its bytes are not those that were exported',
    ],
  ];
  for (const [path, words] of attacks) {
    await importByHand(page, path);
    await expect(page.getByRole('alert')).toContainText(words);
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await expect.poll(() => storedFiles(page)).toEqual(before);
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort()))
    .toEqual(['studio-default', 'studio-registry']);
  await expect(page.getByRole('list', { name: 'Workspaces' }).getByRole('listitem')).toHaveCount(1);
});

test('an export or import that is cancelled, or whose page goes away, leaves nothing behind', async ({ page }) => {
  await openStudio(page);
  await assetOf(page, await clickTrack({ name: 'long.wav', format: 'wav', seconds: 240, clicks: [1] }));
  const before = await storedFiles(page);
  const cancelled = await page.evaluate(async () => {
    const { studio } = window;
    if (!studio) throw new Error('The page has no window.studio.');
    const canceller = () => {
      const controller = new AbortController();
      return { signal: controller.signal, onProgress: () => controller.abort() };
    };
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
      );
    const exporting = await codeOf(studio.workspaces.export('default', canceller()));
    const { file, discard } = await studio.workspaces.export('default');
    const importing = await codeOf(studio.workspaces.import(file, canceller()));
    await discard();
    return { exporting, importing };
  });
  expect(cancelled).toEqual({ exporting: 'cancelled', importing: 'cancelled' });
  await expect.poll(() => storedFiles(page), { timeout: 40_000 }).toEqual(before);

  // The page goes away in the middle of an import: the next one tidies up.
  await page.evaluate(async () => {
    const { studio } = window;
    if (!studio) throw new Error('The page has no window.studio.');
    const { file } = await studio.workspaces.export('default');
    await new Promise<void>((resolve) => {
      void studio.workspaces.import(file, { onProgress: () => resolve() });
    });
  });
  await page.reload();
  await studioOf(page, FIRST);
  await expect.poll(() => storedFiles(page), { timeout: 40_000 }).toEqual(before);
  expect(await page.evaluate(async () => (await window.studio?.workspaces.list())?.length)).toBe(1);
});
