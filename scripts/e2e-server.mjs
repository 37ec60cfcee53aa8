/** Serves the production build and the test pages to the browser tests: `node scripts/e2e-server.mjs PORT`. */
import { ensureBuilt, ensureHarnessBuilt } from './lib/build.mjs';
import { CspReports, reportingHeaders } from './lib/csp-reports.mjs';
import { runMain, say } from './lib/log.mjs';
import { DIST_DIR, HARNESS_DIR, HARNESS_PATH, inProject } from './lib/paths.mjs';
import { startServer } from './lib/static-server.mjs';

await runMain(async () => {
  await ensureBuilt();
  await ensureHarnessBuilt();
  const { origin } = await startServer({
    mounts: {
      '/': DIST_DIR,
      [HARNESS_PATH]: HARNESS_DIR,
      // A host of the product puts models of speech here.
      '/models/': inProject('e2e/fixtures/models'),
      '/models/test-whisper/': inProject('e2e/fixtures/whisper'),
    },
    port: Number(process.argv[2] ?? 0),
    headers: reportingHeaders,
    handle: new CspReports().handle,
  });
  say(`Serving the tests at ${origin}`);
  return 0;
});
