import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { photo } from '../support/pictures.ts';
import { rewriteArchive, withText } from '../support/spoilt-archives.ts';
import { assetOf, openStudio } from '../support/studio-page.ts';
import { test } from '../support/test.ts';
import { openWorkspace, saveArchive } from '../support/workspaces.ts';
import { captionTexts, openCaptions } from './captions-page.ts';
import { openCreate, previewIsReady } from './create-page.ts';

/**
 * Markup and scripts in whatever a person types and whatever comes in files: nothing of it runs, and all of it is shown as it
 * is. `test` fails as well where the policy had to stop something: here even the attempt counts.
 */

/** Ends an attribute and begins an element that runs a script when it is drawn as markup. */
const MARKUP = '"><img src=x onerror=ran=1>';
const PICTURE = `${MARKUP}.jpg`;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const) {
      Object.defineProperty(window, name, { value: () => Object.assign(window, { ran: name }) });
    }
  });
});

test.afterEach(async ({ page }) => {
  const found = await page.evaluate(() => ({
    ran: Reflect.get(window, 'ran'),
    elements: document.querySelectorAll('[onerror], [onload], body script:not([src]), a[href^="javascript:"]').length,
    polluted: Reflect.get({}, 'isAdmin'),
  }));
  expect(found).toEqual({ ran: undefined, elements: 0, polluted: undefined });
});

async function hostilePhoto() {
  const path = await photo({ name: 'plain.jpg', seed: 4, width: 480, height: 640 });
  return { name: PICTURE, mimeType: 'image/jpeg', buffer: await readFile(path) };
}

async function open(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(`/#${address}`);
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
}

test('names of files, tags, folders and addresses are text in the library', async ({ page }) => {
  await open(page, 'library', 'Library');
  await page.getByLabel('Files for the library').setInputFiles(await hostilePhoto());
  const tile = page.getByRole('listbox', { name: 'Media' }).getByRole('option');
  await expect(tile).toContainText(PICTURE);
  await tile.click();
  await page.getByRole('button', { name: 'Organise' }).click();
  const organise = page.getByRole('dialog', { name: 'Organise' });
  await organise.getByLabel('New tag').fill(MARKUP);
  await organise.getByRole('button', { name: 'Add' }).click();
  await expect(organise).toContainText(MARKUP);
  await organise.getByLabel('New folder').fill(MARKUP);
  await organise.getByRole('button', { name: 'Create' }).click();
  await expect(organise.getByLabel('Folder of this file').locator('option:checked')).toHaveText(MARKUP);
  await organise.getByRole('button', { name: 'Close organise' }).click();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: 'Details' }).getByLabel('Name', { exact: true })).toHaveValue(PICTURE);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'From the web' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add from the web' });
  const addresses = ['javascript:ran=1', 'data:text/html,"><svg/onload=ran=1>', 'https://"><svg/onload=ran=1>'];
  await sheet.getByLabel('Addresses of files, one on each line').fill(addresses.join('\n'));
  await sheet.getByRole('button', { name: /^Add/ }).click();
  const failures = page.getByRole('region', { name: 'Files that could not be added' });
  for (const address of addresses) await expect(failures).toContainText(address);
  await page.reload();
  for (const address of addresses) await expect(failures).toContainText(address);
});

test('hooks, captions of every format and names of speakers are text in the editor', async ({ page }) => {
  await openCreate(page);
  await page.getByLabel('Photos, clips and a song').setInputFiles(await hostilePhoto());
  await previewIsReady(page);
  await page.getByRole('textbox', { name: 'Text hook' }).fill(MARKUP);
  const panel = await openCaptions(page);
  const read = (name: string, text: string) =>
    panel.getByLabel('Caption file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const shown = () => captionTexts(panel).then((texts) => texts.join('\n'));
  await read('a.srt', `1\n00:00:00,500 --> 00:00:01,500\nsrt ${MARKUP}\n`);
  await expect.poll(shown).toContain(`srt ${MARKUP}`);
  await read('b.vtt', 'WEBVTT\n\n00:00.500 --> 00:01.500\n<script>ran=1</script>\n');
  await expect(panel.getByRole('alert')).toContainText('found “<script>”');
  const escaped = MARKUP.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await read('c.vtt', `WEBVTT\n\n00:00.500 --> 00:01.500\n<v "onerror=ran=1>vtt ${escaped}</v>\n`);
  await expect.poll(shown).toContain(`vtt ${MARKUP}`);
  await expect(panel.getByRole('textbox', { name: ', "onerror=ran=1' })).toBeVisible();
  await read(
    'd.ass',
    [
      '[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Inter\n\n[Events]',
      'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
      `Dialogue: 0,0:00:00.50,0:00:01.50,Default,${MARKUP},0,0,0,,ass ${MARKUP}\n`,
    ].join('\n'),
  );
  await expect.poll(shown).toContain(`ass ${MARKUP}`);
});

test('tables and scenes are text in the tools, and none of their columns reaches a prototype', async ({ page }) => {
  await open(page, 'batch', 'Batch');
  const table = `hook,photos,__proto__,constructor\n"${MARKUP.replaceAll('"', '""')}",a.jpg,isAdmin,isAdmin\n`;
  await page
    .getByLabel('Add photos, clips, tracks or a table (CSV)')
    .setInputFiles({ name: 'jobs.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.getByLabel('Hook, row 1')).toHaveValue(MARKUP);
  await expect(page.getByText('nobody knows what to do with the columns __proto__, constructor')).toBeVisible();
  await open(page, 'merge', 'Merge scenes');
  await page.getByLabel(/Choose videos and images|Add scenes/).setInputFiles(await hostilePhoto());
  await expect(page.getByRole('list', { name: 'Scenes' })).toContainText(PICTURE);
});

test('names of workspaces, videos and what the log tells of them are text on every page', async ({ page }) => {
  await open(page, 'workspaces', 'Workspaces');
  await page.getByRole('button', { name: 'Rename My studio', exact: true }).click();
  await page.getByLabel('New name of My studio').fill(MARKUP);
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Workspaces' })).toContainText(MARKUP);
  const archive = test.info().outputPath('studio.zip');
  await saveArchive(page, MARKUP, archive);
  await page.getByLabel('Archive of a workspace').setInputFiles(archive);
  await expect(page.getByText(`“${MARKUP} (2)” was imported`)).toBeVisible();
  await page.evaluate(async (name) => {
    await window.studio?.process({ images: [], name, lengthSeconds: 1 }).catch(() => undefined);
  }, MARKUP);
  await open(page, 'activity', 'Activity');
  await expect(page.getByRole('listitem').filter({ hasText: 'Rename a workspace' })).toContainText(MARKUP);
  await expect(page.getByRole('list', { name: 'Log entries' })).toContainText(`name: ${MARKUP}`);
  for (const [address, heading] of [
    ['queue', 'Queue'],
    ['storage', 'Storage'],
    ['library', 'Library'],
  ]) {
    await open(page, address ?? '', heading ?? '');
  }
});

/** Fields of rows whose text the schemas leave free. */
const FREE_FIELDS = ['name', 'hook', 'text', 'speaker', 'path', 'codec', 'container', 'from', 'classes', 'ass'];

/** A row with markup wherever it may have text; items and scenes are also called so. */
function withMarkup(row: string): string {
  return JSON.stringify(
    JSON.parse(row, (field, value) => {
      if (typeof value === 'string' && FREE_FIELDS.includes(field)) return MARKUP;
      if (field === 'items' || field === 'scenes' || field === 'cues') {
        return value.map((each: object, index: number) => ({ ...each, id: `${index}${MARKUP}` }));
      }
      return value;
    }),
  );
}

test('projects and lists of scenes out of an archive are text on every page, and reach no prototype', async ({
  page,
}) => {
  await openStudio(page);
  const { id: image } = await assetOf(page, await photo({ name: 'plain.jpg', seed: 4, width: 480, height: 640 }));
  await page.evaluate(async (assetId) => {
    const { studio } = window;
    if (!studio) throw new Error('The page has no window.studio.');
    const quality = 'freeze';
    const video = await studio.process({ images: [{ assetId }], text: 'Hook', lengthSeconds: 1, quality });
    const merged = await studio.tasks.merge({ scenes: [{ picture: { assetId } }], quality });
    for (const { jobId } of [video, merged]) {
      await new Promise<void>((resolve) => {
        studio.jobs.watch(jobId, ({ status }) => status === 'completed' && resolve());
      });
    }
  }, image);
  await open(page, 'workspaces', 'Workspaces');
  const plain = test.info().outputPath('plain.zip');
  await saveArchive(page, 'My studio', plain);

  const tables = ['assets', 'projects', 'jobs'].map((name) => `rows/${name}.jsonl`);
  const eachRow = (change: (row: string) => string) => (text: string) =>
    text
      .split('\n')
      .map((row) => row && change(row))
      .join('\n');
  const marked = await rewriteArchive(plain, test.info().outputPath('marked.zip'), (entries) =>
    tables.reduce((all, path) => withText(all, path, eachRow(withMarkup)), entries),
  );
  for (const [label, place] of [
    ['projects', '"items":[{'],
    ['jobs', '"scenes":[{'],
  ] as const) {
    const polluting = await rewriteArchive(plain, test.info().outputPath(`${label}.zip`), (entries) =>
      withText(entries, `rows/${label}.jsonl`, (text) => text.replace(place, `${place}"__proto__":{"isAdmin":true},`)),
    );
    await page.getByLabel('Archive of a workspace').setInputFiles(polluting);
    await expect(page.getByRole('alert')).toContainText('a field named “__proto__”, as an attack would');
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  }

  await page.getByLabel('Archive of a workspace').setInputFiles(marked);
  await expect(page.getByText('“My studio (2)” was imported')).toBeVisible();
  const id = await page.evaluate(async () => {
    const workspaces = await window.studio?.workspaces.list();
    return workspaces?.find(({ name }) => name === 'My studio (2)')?.id ?? '';
  });
  await openWorkspace(page, id);
  await open(page, 'library', 'Library');
  await expect(page.getByRole('listbox', { name: 'Media' })).toContainText(MARKUP);
  await open(page, 'queue', 'Queue');
  await expect(page.getByRole('main')).toContainText(MARKUP);
  await page.goto('/');
  await expect(page.getByRole('textbox', { name: 'Text hook' })).toHaveValue(MARKUP);
  await previewIsReady(page);
});
