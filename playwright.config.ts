import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from './scripts/lib/system-tools.mjs';

/** The config is read again in every worker process, which has to find the port that the first reading chose. */
const port = Number(process.env.E2E_PORT ?? (await freePort()));
process.env.E2E_PORT = String(port);
const origin = `http://localhost:${port}`;

const MINUTE = 60_000;
const RECOVERIES = ['kill.spec.ts', 'takeover.spec.ts'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // A render keeps little more than one core busy, and a page that is waited for none.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 2 * MINUTE,
  expect: { timeout: 15_000 },
  use: {
    baseURL: origin,
    trace: 'off',
    viewport: { width: 1366, height: 768 },
    // They would answer from what they have kept, and load in the background: only the tests of them have one.
    serviceWorkers: 'block',
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_ARGS },
  },
  projects: [
    { name: 'engine', testMatch: ['engine/**/*.spec.ts', 'support/**/*.spec.ts'] },
    { name: 'faults', testDir: 'e2e/faults', testIgnore: RECOVERIES },
    { name: 'journeys', testMatch: ['import/**/*.spec.ts', 'storage/**/*.spec.ts', 'journeys/**/*.spec.ts'] },
    { name: 'installed', testDir: 'e2e/installed', use: { serviceWorkers: 'allow' } },
    // They count seconds to a recovery: beside another export those would be its own.
    { name: 'faults-alone', testDir: 'e2e/faults', testMatch: RECOVERIES, workers: 1 },
  ],
  webServer: {
    command: `node scripts/e2e-server.mjs ${port}`,
    url: `${origin}/harness/`,
    reuseExistingServer: false,
    // Two builds: on a machine that does other things as well they take their time.
    timeout: 10 * MINUTE,
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('No free port.'));
      server.close(() => resolve(address.port));
    });
  });
}
