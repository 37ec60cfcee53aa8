import { type BrowserContext, test as base, expect } from '@playwright/test';
import { z } from 'zod';
import { REPORTS_COOKIE, REPORTS_PATH } from '../../scripts/lib/csp-reports.mjs';
import { startDeadEndProxy } from './dead-end-proxy.ts';

/**
 * `test` for specs that open the product: it also fails where the page asked another origin for anything without consent,
 * and where the content security policy had to refuse something.
 */

/** Addresses that never leave the browser. */
const LOCAL_ADDRESS = /^(?:blob|data|about|chrome-error):/;

const reportsSchema = z.array(
  z.object({ 'effective-directive': z.string(), 'blocked-uri': z.string(), 'source-file': z.string().optional() }),
);

interface Watch {
  /** Origins that may be asked now. */
  readonly allowed: Set<string>;
  /** Other addresses that any page or worker has asked for. */
  readonly strangers: string[];
  /** What pages wrote to their console when the policy refused something. */
  readonly refusals: string[];
  /** Takes down an address that was asked for. */
  note(address: string): void;
}

export const test = base.extend<
  {
    /** From here to its end, this test's person lets the page ask an origin. */
    consentTo: (address: string) => void;
    refusesNothing: undefined;
  },
  { watch: Watch; watchedBrowser: undefined }
>({
  // For all tests of a process, so that pages which `beforeAll` opens are watched too.
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
    async ({}, use, { project }) => {
      const allowed = new Set([new URL(project.use.baseURL ?? '').origin]);
      const strangers: string[] = [];
      const note = (address: string) => {
        if (!LOCAL_ADDRESS.test(address) && !allowed.has(new URL(address).origin)) strangers.push(address);
      };
      await use({ allowed, strangers, refusals: [], note });
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, watch }, use) => {
      const proxy = await startDeadEndProxy(watch.note);
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), `--proxy-server=${proxy.server}`] });
      await proxy.close();
    },
    { scope: 'worker' },
  ],
  watchedBrowser: [
    async ({ browser, watch }, use) => {
      const watchContext = (context: BrowserContext) => {
        // With their whole address, and also where the test answers in the network's place.
        context.on('request', (request) => watch.note(request.url()));
        context.on('page', (page) => page.on('websocket', (socket) => watch.note(socket.url())));
        context.on('console', (message) => {
          if (message.text().includes('Content Security Policy')) watch.refusals.push(message.text());
        });
      };
      browser.on('context', watchContext);
      await use(undefined);
      browser.off('context', watchContext);
    },
    { scope: 'worker', auto: true },
  ],
  consentTo: [
    async ({ watch }, use) => {
      const consented: string[] = [];
      await use((address) => {
        const { origin } = new URL(address);
        consented.push(origin);
        watch.allowed.add(origin);
      });
      for (const origin of consented) watch.allowed.delete(origin);
      expect(watch.strangers.splice(0), 'other origins were asked without consent').toEqual([]);
    },
    { auto: true },
  ],
  refusesNothing: [
    async ({ context, baseURL, watch }, use, { testId }) => {
      // Workers write nothing to the console: what they were refused, the browser tells the server.
      await context.addCookies([{ name: REPORTS_COOKIE, value: testId, url: baseURL ?? '' }]);
      await use(undefined);
      const reports = reportsSchema.parse(await (await context.request.get(REPORTS_PATH)).json());
      const refused = [...watch.refusals.splice(0), ...reports];
      expect(refused, 'the content security policy refused something').toEqual([]);
    },
    { auto: true },
  ],
});
