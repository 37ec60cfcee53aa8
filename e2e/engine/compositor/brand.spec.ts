import { expect, test } from '@playwright/test';
import type { CompositorPage } from '../../harness/compositor/main.ts';
import { OWN_FONT } from '../../support/own-font.ts';
import { plainPicture } from '../../support/pictures.ts';
import { testFile } from '../../support/test-files.ts';

declare const compositorPage: CompositorPage;

/** What a brand puts into a picture, as preview and export draw it. */

const SIZE = { width: 540, height: 960 };

test.beforeEach(async ({ page }) => {
  await page.goto('/harness/compositor.html');
});

for (const backend of ['canvas', 'webgl'] as const) {
  test(`${backend} draws frame and hook in the colours of the brand`, async ({ page }) => {
    const grey = await testFile(await plainPicture('brand-grey.png', '#808080'));
    const seen = await page.evaluate(
      async ([photo, backend, size]) => {
        const shot = { photos: [photo], frames: [0], lengthSeconds: 2, hook: 'MMMMM', backend, size } as const;
        const colours = { hookColour: '#FF0000', frameColour: '#1B8A5A' };
        const [plain] = await compositorPage.shootProject({ ...shot, frame: 'golden' });
        const [branded] = await compositorPage.shootProject({ ...shot, frame: 'golden', colours });
        const [luxury] = await compositorPage.shootProject({ ...shot, frame: 'luxury-2', colours });
        if (!plain || !branded || !luxury) throw new Error('A picture is missing.');
        const count = ({ rgba, width }: typeof plain, is: (red: number, green: number, blue: number) => boolean) => {
          let pixels = 0;
          // Above the photo, within the border: where the hook stands.
          for (let at = 12 * width * 4; at < 160 * width * 4; at += 4) {
            if (is(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)) pixels++;
          }
          return pixels;
        };
        const isRed = (red: number, green: number, blue: number) => red > 240 && green < 15 && blue < 15;
        return {
          borders: [plain, branded].map((drawn) => compositorPage.pixel(drawn, 2, 480)),
          red: [plain, branded].map((drawn) => count(drawn, isRed)),
          luxury: compositorPage.pixel(luxury, 2, 480),
        };
      },
      [grey, backend, SIZE] as const,
    );
    expect(seen.borders).toEqual([
      [0xd4, 0xaf, 0x37],
      [0x1b, 0x8a, 0x5a],
    ]);
    expect(seen.red[0]).toBe(0);
    expect(seen.red[1]).toBeGreaterThan(500);
    const [red = 0, green = 0, blue = 0] = seen.luxury;
    expect(green, 'green metal').toBeGreaterThan(red);
    expect(green).toBeGreaterThan(blue);
  });

  test(`${backend} draws the logo over photo and frame, in its corner, as strong as asked`, async ({ page }) => {
    const grey = await testFile(await plainPicture('brand-grey.png', '#808080'));
    const logo = await testFile(await plainPicture('brand-logo.png', '#FF0000', 400, 200));
    const seen = await page.evaluate(
      async ([photo, file, backend, size]) => {
        const shot = { photos: [photo], frames: [0], lengthSeconds: 2, backend, size } as const;
        const placed = { file, corner: 'bottom-left', size: 0.4, margin: 0.05, opacity: 0.5 } as const;
        const [plain] = await compositorPage.shootProject(shot);
        const [branded] = await compositorPage.shootProject({ ...shot, logo: placed });
        if (!plain || !branded) throw new Error('A picture is missing.');
        return { box: compositorPage.differenceBox(plain, branded), inside: compositorPage.pixel(branded, 160, 560) };
      },
      [grey, logo, backend, SIZE] as const,
    );
    // Half the size of 1080x1920: free are 65 px on the left and 672 px below, the logo is 432x216, 54 px away.
    expect(seen.box).toMatchObject({ left: 60, right: 276, bottom: 597, top: 489 });
    for (const [at, level] of [0xc0, 0x40, 0x40].entries()) {
      expect(Math.abs((seen.inside[at] ?? 0) - level)).toBeLessThanOrEqual(2);
    }
  });

  test(`${backend} writes the hook in an own font, and in the bundled ones what that lacks`, async ({ page }) => {
    const grey = await testFile(await plainPicture('brand-grey.png', '#808080'));
    const font = await testFile(OWN_FONT);
    const differing = await page.evaluate(
      async ([photo, font, backend, size]) => {
        const shot = { photos: [photo], frames: [0], lengthSeconds: 2, backend, size } as const;
        const draw = async (hook: string, own: boolean) =>
          (await compositorPage.shootProject({ ...shot, hook, ...(own && { font }) }))[0];
        const between = async (hook: string) => {
          const [plain, written] = [await draw(hook, false), await draw(hook, true)];
          if (!plain || !written) throw new Error('A picture is missing.');
          return compositorPage.differenceBox(plain, written)?.pixels ?? 0;
        };
        return { latin: await between('Quick fox'), chinese: await between('奢华美容') };
      },
      [grey, font, backend, SIZE] as const,
    );
    expect(differing.latin).toBeGreaterThan(500);
    expect(differing.chinese).toBe(0);
  });
}
