import { StudioError } from '#core/errors.ts';
import type { OpenWorkspace } from '../workspace.ts';

/** What was found of a workspace's stored things. */
export type Presence = 'known' | 'new' | 'vanished';

/** Where the page remembers, outside of the database, that there is one. */
export interface Marker {
  isSet(): boolean;
  set(): void;
  clear(): void;
}

/** In the origin's local storage, which browsers do not clear together with a database that they evict. */
export function localMarker(workspaceId: string): Marker {
  const key = `studio-marker-${workspaceId}`;
  return {
    isSet: () => localStorage.getItem(key) !== null,
    set: () => localStorage.setItem(key, 'stored'),
    clear: () => localStorage.removeItem(key),
  };
}

/**
 * Tells a workspace that was never there from one whose database is gone: evicted by the browser for want of space,
 * deleted with the site's data, or given up as damaged. A new one is marked, inside and outside.
 */
export async function findPresence(workspace: OpenWorkspace, marker: Marker, now: number): Promise<Presence> {
  const { settings } = workspace;
  if (await settings.get('identity')) {
    marker.set();
    return 'known';
  }
  const wasThere = marker.isSet() || (await workspace.hasFiles());
  // Databases of before there were marks have rows.
  const presence = (await workspace.hasRows()) ? 'known' : wasThere ? 'vanished' : 'new';
  await settings.set('identity', { createdAt: now });
  marker.set();
  return presence;
}

/** @param rescued files that were left of it. */
export function databaseGone(rescued: number): StudioError {
  const left =
    rescued === 0
      ? 'No file of it is left.'
      : `${rescued === 1 ? 'One file is' : `${rescued} files are`} left: look on the Storage page.`;
  return new StudioError(
    'storage-failed',
    `This browser has deleted the studio's database, and with it the projects and exports that were stored here: it does so when disk space runs out, or when site data is cleared. ${left} To make it less likely, choose “Protect my work” on the Storage page.`,
    { rule: 'database is still there', value: 'gone at the start' },
  );
}

export function databaseGoneMeanwhile(): StudioError {
  return new StudioError(
    'storage-failed',
    "The studio's stored data was deleted while this page was open: by the browser for want of disk space, or with the site's data. The project that you see was saved anew; add its media again, and keep finished videos elsewhere.",
    { rule: 'database is still there', value: 'gone while open' },
  );
}
