import { expect, type Page } from '@playwright/test';
import type { Workspace } from '#core/workspace/workspace.ts';

/** Several workspaces, through `window.studio`. */

export function makeWorkspace(page: Page, name: string): Promise<Workspace> {
  return page.evaluate(async (wanted) => {
    if (!window.studio) throw new Error('The page has no window.studio.');
    return await window.studio.workspaces.create(wanted);
  }, name);
}

/** Opens a workspace in the page, and waits for the studio of it. */
export async function openWorkspace(page: Page, id: string): Promise<void> {
  // Not awaited in the page: it goes away.
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate((wanted) => void window.studio?.workspaces.open(wanted), id),
  ]);
  await studioOf(page, id);
}

/** On the page of workspaces: saves the archive of one by hand. @returns the file name that the page suggests. */
export async function saveArchive(page: Page, workspace: string, to: string): Promise<string> {
  await page.getByRole('button', { name: `Export ${workspace}`, exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  await download.saveAs(to);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('region', { name: `Export of ${workspace}` })).toHaveCount(0);
  return download.suggestedFilename();
}

/** Waits until the page shows a workspace. */
export async function studioOf(page: Page, id: string): Promise<void> {
  await expect.poll(() => openIn(page), { timeout: 30_000 }).toBe(id);
}

/** Undefined while the page loads. */
async function openIn(page: Page): Promise<string | undefined> {
  try {
    const workspaces = await page.evaluate(async () => (await window.studio?.workspaces.list()) ?? []);
    return workspaces.find(({ open }) => open)?.id;
  } catch {
    // The page went away in the middle of the question.
    return undefined;
  }
}

/** What is stored of workspaces: names of databases, keys of local storage, folders. */
export function tracesOf(page: Page, id: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const folders: string[] = [];
    for await (const name of (await root.getDirectoryHandle('workspaces', { create: true })).keys()) folders.push(name);
    const databases = (await indexedDB.databases()).map(({ name }) => String(name));
    const traces = [
      ...databases.filter((name) => name === `studio-${wanted}`).map((name) => `database ${name}`),
      ...folders.filter((name) => name === wanted).map((name) => `folder ${name}`),
      ...Object.keys(localStorage).filter((key) => key.includes(wanted)),
    ];
    return traces.sort();
  }, id);
}
