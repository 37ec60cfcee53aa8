import { type BrowserContext, test as base, expect } from '@playwright/test';

/** `test` for specs that open the product: it also fails where the page asked another origin for anything without consent. */

/** Addresses that never leave the browser. */
const LOCAL_ADDRESS = /^(?:blob|data|about|chrome-error):/;

interface Network {
  /** Origins that may be asked now. */
  readonly allowed: Set<string>;
  /** Other addresses that any page or worker has asked for. */
  readonly strangers: string[];
}

export const test = base.extend<
  {
    /** From here to its end, this test's person lets the page ask an origin. */
    consentTo: (address: string) => void;
  },
  { network: Network }
>({
  // For all tests of a process, so that pages which `beforeAll` opens are watched too.
  network: [
    async ({ browser }, use, { project }) => {
      const network: Network = { allowed: new Set([new URL(project.use.baseURL ?? '').origin]), strangers: [] };
      const note = (address: string) => {
        if (LOCAL_ADDRESS.test(address) || network.allowed.has(new URL(address).origin)) return;
        network.strangers.push(address);
      };
      const watch = (context: BrowserContext) => {
        context.on('request', (request) => note(request.url()));
        context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())));
      };
      browser.on('context', watch);
      await use(network);
      browser.off('context', watch);
    },
    { scope: 'worker', auto: true },
  ],
  consentTo: [
    async ({ network }, use) => {
      const consented: string[] = [];
      await use((address) => {
        const { origin } = new URL(address);
        consented.push(origin);
        network.allowed.add(origin);
      });
      for (const origin of consented) network.allowed.delete(origin);
      expect(network.strangers.splice(0), 'other origins were asked without consent').toEqual([]);
    },
    { auto: true },
  ],
});
