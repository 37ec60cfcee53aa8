import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import type { StudioApi } from '#app/studio-api.ts';
import type { ErrorRecord } from '#core/errors.ts';
import type { MediaAsset } from '#core/media/asset.ts';

/** The product's page, driven through `window.studio`. */

declare global {
  interface Window {
    studio?: StudioApi;
  }
}

export type ImportAnswer =
  | { readonly ok: true; readonly asset: MediaAsset }
  | { readonly ok: false; readonly file: string; readonly error: ErrorRecord };

export async function openStudio(page: Page): Promise<void> {
  await page.goto('/');
  await page.waitForFunction(() => window.studio !== undefined);
}

/** Hands files of this machine to `window.studio.assets.import`, as a file dialog would. */
export async function importPaths(page: Page, paths: readonly string[]): Promise<ImportAnswer[]> {
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input');
    element.type = 'file';
    element.multiple = true;
    document.body.append(element);
    return element;
  });
  await input.setInputFiles([...paths]);
  return await input.evaluate(async (element) => {
    const files = [...(element.files ?? [])];
    element.remove();
    const outcomes = await studioOf(window).assets.import(files);
    return outcomes.map((outcome) => (outcome.ok ? outcome : { ...outcome, error: outcome.error.toRecord() }));

    function studioOf({ studio }: Window) {
      if (!studio) throw new Error('The page has no window.studio.');
      return studio;
    }
  });
}

/** The one refusal of a file. */
export async function refusalOf(page: Page, path: string): Promise<ErrorRecord> {
  const [answer] = await importPaths(page, [path]);
  if (!answer || answer.ok) throw new Error(`${basename(path)} was let in.`);
  return answer.error;
}

/** The one asset that a file became. */
export async function assetOf(page: Page, path: string): Promise<MediaAsset> {
  const [answer] = await importPaths(page, [path]);
  if (!answer?.ok) throw new Error(`${basename(path)} was refused: ${answer?.error.message}`);
  return answer.asset;
}

/** Names of the files in the origin's private file system, as paths. */
export function storedFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths: string[] = [];
    async function walk(directory: FileSystemDirectoryHandle, path: string): Promise<void> {
      try {
        for await (const [name, handle] of directory.entries()) {
          if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
          else paths.push(`${path}${name}`);
        }
      } catch (error) {
        // A folder that is tidied away meanwhile, as that of a finished export's parts is, holds nothing.
        if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
      }
    }
    await walk(await navigator.storage.getDirectory(), '');
    return paths.sort();
  });
}
