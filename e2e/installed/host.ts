import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ProductVersion } from '#core/offline/product-file.ts';
import { DIST_DIR, inProject } from '../../scripts/lib/paths.mjs';
import { makeProductVersion, VERSION_FILE } from '../../scripts/lib/product-version.mjs';
import { NETWORK_FOLDER } from '../../scripts/lib/security-headers.mjs';
import { startServer } from '../../scripts/lib/static-server.mjs';

/** A static host that the tests can cut off, and that puts one version of the product in the place of another. */
export interface Host {
  /** Of the product, which lies in a folder of the host. */
  readonly address: string;
  /** Paths that were asked for and are not there, relative to the product. */
  readonly missing: string[];
  /** Replaces the product as a deployment does: no file of the one before is left. @returns the version. */
  deploy(): Promise<string>;
  /** Nothing answers any more. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

export interface HostOptions {
  /** False for a host that sends no headers of its own, such as GitHub Pages. */
  readonly sendsHeaders?: boolean;
}

const FOLDER = '/studio/';
/** Of the build, whose names carry a hash. */
const HASHED_FOLDERS = ['assets', NETWORK_FOLDER];

export async function startHost({ sendsHeaders = true }: HostOptions = {}): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'studio-host-'));
  const missing: string[] = [];
  const mounts: Record<string, string> = {
    [FOLDER]: DIST_DIR,
    [`${FOLDER}models/`]: inProject('e2e/fixtures/models'),
    [`${FOLDER}models/test-whisper/`]: inProject('e2e/fixtures/whisper'),
  };
  const server = await startServer({
    mounts,
    ...(!sendsHeaders && { headers: () => ({}) }),
    handle(_, response, path) {
      response.once('finish', () => {
        if (response.statusCode === 404) missing.push(path.slice(FOLDER.length));
      });
      return false;
    },
  });
  let deployments = 0;
  return {
    address: `${server.origin}${FOLDER}`,
    missing,
    async deploy() {
      const next = join(folder, String(++deployments));
      await copyRenamed(DIST_DIR, next, `v${deployments}`);
      const before = mounts[FOLDER];
      mounts[FOLDER] = next;
      if (before && before !== DIST_DIR) await rm(before, { recursive: true });
      return versionIn(next);
    },
    cut: server.close,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A build all of whose hashed names differ: nothing of the one before can be found in it. */
async function copyRenamed(from: string, to: string, suffix: string): Promise<void> {
  const { files }: ProductVersion = JSON.parse(readFileSync(join(from, VERSION_FILE), 'utf8'));
  const assets = new Set(HASHED_FOLDERS.flatMap((folder) => readdirSync(join(from, folder))));
  const renamed = (name: string) => (assets.has(name) ? name.replace(/(\.\w+)$/, `${suffix}$1`) : name);
  for (const { path } of files) {
    const source = join(from, path || 'index.html');
    const target = join(to, dirname(path), renamed(basename(path || 'index.html')));
    mkdirSync(dirname(target), { recursive: true });
    if (/\.(html|js|mjs|css)$/.test(source)) {
      writeFileSync(target, readFileSync(source, 'utf8').replace(/[\w.-]+-[\w-]{8}\.\w+/g, renamed));
    } else if (/\.(wasm|woff2?|jpg|mp3)$/.test(source)) linkOrCopy(source, target);
    else copyFileSync(source, target);
  }
  const shell = new Set(
    files.filter(({ part }) => part === 'shell').map(({ path }) => join(dirname(path), renamed(basename(path)))),
  );
  await makeProductVersion({ folder: to, isPageCode: (path) => shell.has(path) });
}

/** Folders may lie on different disks. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

function versionIn(folder: string): string {
  const { version }: ProductVersion = JSON.parse(readFileSync(join(folder, VERSION_FILE), 'utf8'));
  return version;
}
