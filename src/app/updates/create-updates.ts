import type { LedgerLog } from '../ledger/ledger.ts';
import type { Updates } from '../studio/updates.ts';
import type { HeldWork } from './held-work.ts';
import { pageVersion } from './page-version.ts';
import { PageUpdates } from './updates.ts';

/**
 * Meets the service worker of this page's version. Everything works without one: only a build has it, and a browser may
 * have none in a private window.
 */
export function createUpdates(heldWork: HeldWork, log: Pick<LedgerLog, 'add'>): Updates {
  const version = pageVersion();
  const updates = new PageUpdates({
    heldWork,
    version,
    page: location,
    session: sessionStorage,
    isIsolated: crossOriginIsolated,
    savesData: savesData(),
    log,
  });
  if (version === '' || !('serviceWorker' in navigator)) return updates;
  import('./service-worker-door.ts')
    .then(({ openServiceWorkerDoor }) => updates.start(openServiceWorkerDoor(document.baseURI)))
    .catch((error) => log.add('info', 'updates', 'no-service-worker', { reason: String(error) }));
  return updates;
}

/** https://wicg.github.io/savedata/; not in TypeScript's own list. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
