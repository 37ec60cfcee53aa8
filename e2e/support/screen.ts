import type { Locator, TestInfo } from '@playwright/test';
import { type Area, colourAt, colourDistance, decodeStill, type Picture } from './pixels.ts';

/** What is seen of an element on the screen, and over it. */
export async function seen(element: Locator, testInfo: TestInfo): Promise<Picture> {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  const clip = {
    x: Math.round(box.x),
    y: Math.round(box.y),
    width: Math.floor(box.width),
    height: Math.floor(box.height),
  };
  const path = testInfo.outputPath('seen.png');
  await element.page().screenshot({ path, clip });
  return await decodeStill(path, clip);
}

/** The smallest area outside of which two pictures of one size look the same; null where they do everywhere. */
export function differingArea(a: Picture, b: Picture): Area | null {
  const columns: number[] = [];
  const rows: number[] = [];
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      if (colourDistance(colourAt(a, x, y), colourAt(b, x, y)) <= 24) continue;
      columns.push(x);
      rows.push(y);
    }
  }
  if (columns.length === 0) return null;
  const least = (values: number[]) => values.reduce((low, value) => Math.min(low, value));
  const most = (values: number[]) => values.reduce((high, value) => Math.max(high, value));
  const [x, y] = [least(columns), least(rows)];
  return { x, y, width: most(columns) - x + 1, height: most(rows) - y + 1 };
}
