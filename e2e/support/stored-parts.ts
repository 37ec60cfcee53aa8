import type { Page } from '@playwright/test';
import type { RenderPart } from '#core/render/render-part.ts';
import { storedRows } from './stored-rows.ts';

/** Checksums of the parts of an export that are committed, by their number (or `sound`). */
export async function committedParts(page: Page, jobId: string): Promise<Record<string, RenderPart['checksum']>> {
  const parts = (await storedRows<RenderPart>(page, 'segments')).filter((part) => part.jobId === jobId);
  return Object.fromEntries(parts.map(({ index, checksum }) => [String(index), checksum]));
}
