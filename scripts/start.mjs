/** `npm start`: installs what is missing, builds, and serves the production build on this machine. */
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { runMain, say, UsageError } from './lib/log.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { DIST_DIR } from './lib/paths.mjs';
import { startServer } from './lib/static-server.mjs';

/** Fixed, because the browser keeps projects and media per address, and the port is part of it. */
const DEFAULT_PORT = 4180;

await runMain(async () => {
  const port = readPort();
  await ensurePackages();
  await ensureBuilt();
  const { origin } = await startServer({ mounts: { '/': DIST_DIR }, port, packs: true });
  say(`\nGolden Frame Studio is at ${origin}/\nStop it with Ctrl-C.`);
  return 0;
});

function readPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });
    const port = Number(values.port);
    if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
    throw new UsageError(`--port is "${values.port}"; it has to be a number from 0 (any free port) to 65535.`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : error}\nUsage: npm start -- [--port NUMBER]`);
  }
}
