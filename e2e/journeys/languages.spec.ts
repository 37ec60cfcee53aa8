import { expect, type Page } from '@playwright/test';
import { emptyFile } from '../support/bad-files.ts';
import { photos } from '../support/pictures.ts';
import { test } from '../support/test.ts';
import { violations } from './axe.ts';
import { LAPTOP, PHONE } from './create-page.ts';

/** The other pages than the one that opens first, by their titles. */
const PAGES = {
  captions: 'Caption a video',
  music: 'Background music',
  merge: 'Merge scenes',
  batch: 'Batch',
  convert: 'Convert a file',
  library: 'Library',
  queue: 'Queue',
  storage: 'Storage',
  activity: 'Activity',
  workspaces: 'Workspaces',
};

/** Words in brackets, in a layout from right to left: what stands without brackets is in no catalogue. */
const BRACKETED = `export const SPANISH = {
  language: 'es',
  direction: 'rtl',
  messages: new Proxy({}, { get: (_, english) => '⟦' + String(english) + '⟧' }),
  reports: {},
};`;

async function speakInBrackets(page: Page): Promise<void> {
  await page.route(/\/assets\/catalogue-[\w-]+\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: BRACKETED }),
  );
}

/** What is no word of any language: names of files, formats, platforms and languages, units, keys. */
const NAMES =
  /[\w-]+\.(?:jpg|png|mp4|mp3|csv|srt|vtt|ass)|TikTok|Reels?|Shorts|WhatsApp|Instagram|YouTube|Feed|Stories|Story|Status|(?:Luxury|Golden) [Ff]rame(?: Studio)?|English|Español|Untitled video|My studio|MP[34]|AA|\d+ [a-z]{3}\b|Test Whisper|WebM|WebP|GIF|WAV|H\.26\d|AAC|VP9|Opus|SRT|VTT|ASS|CSV|ZIP|JPEG|Ctrl|Alt|Shift|Del(?:ete)?|Esc|Space|F10|\b(?:kB|MB|GB|min|px|ms|fps|kHz|Hz|BPM|dB|kbit|Mbit|LUFS|Aa)\b|SHA|\d+p\b/g;

/** Words on the screen, or told by a screen reader, that no catalogue knows. */
async function unspoken(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (parent && !parent.closest('script, style, noscript, [aria-label="⟦Log entries⟧"]'))
        found.push(texts.currentNode.textContent ?? '');
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
        found.push(element.getAttribute(name) ?? '');
      }
    }
    return found;
  });
  return [...new Set(said)].filter((words) => {
    let rest = words;
    // Values may hold words of their own, with brackets in the brackets.
    while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    return /\p{L}{2}/u.test(rest.replace(NAMES, ' '));
  });
}

test.describe('a browser that is set to Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('opens the studio in Spanish, until the person chooses English', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.getByText('Suelta fotos, clips y una canción')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([await emptyFile('nada.jpg'), ...(await photos(1))]);
    await expect(page.getByText('está vacío')).toBeVisible();

    await page.getByRole('button', { name: /espacio de trabajo/ }).click();
    await page.getByRole('combobox', { name: 'Idioma' }).selectOption('English');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
  });
});

for (const size of [LAPTOP, PHONE]) {
  test.describe(`from right to left on a ${size.name}`, () => {
    test.use({ viewport: size.viewport, hasTouch: size.hasTouch, locale: 'es-ES' });

    test('every page says only what a catalogue knows, and fits the screen', async ({ page }) => {
      await speakInBrackets(page);
      await page.goto('/');
      await expect(page.getByText('⟦Drop photos, clips and a song⟧')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      expect.soft(await unspoken(page), 'empty').toEqual([]);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(await photos(2));
      await expect(page.getByRole('button', { name: /^⟦Shot 1 of 2/ })).toBeVisible();
      await expect(page.getByText('⟦Preparing the preview⟧')).toBeHidden({ timeout: 60_000 });
      await check(page, 'studio');
      for (const [id, title] of Object.entries(PAGES)) {
        await page.goto(`/#${id}`);
        await expect(page).toHaveTitle(`⟦${title}⟧ · ⟦Golden Frame Studio⟧`);
        await check(page, id);
      }
    });
  });
}

async function check(page: Page, id: string): Promise<void> {
  await expect(page.locator('.skeleton')).toHaveCount(0);
  expect.soft(await unspoken(page), id).toEqual([]);
  expect.soft(await violations(page), id).toEqual([]);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(tooWide, id).toBe(0);
  await page.screenshot({ path: test.info().outputPath(`${id}.png`) });
}
