import type { Page } from '@playwright/test';

/** What is stored of one workspace: rows by table, and the SHA-256 of each file by its path in the workspace's folder. */
export interface WorkspaceSnapshot {
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
  readonly files: Readonly<Record<string, string>>;
}

/** Blobs and arrays in rows stand as text, so that rows can be compared. */
export function snapshotOf(page: Page, id: string, tables: readonly string[]): Promise<WorkspaceSnapshot> {
  return page.evaluate(
    async ([workspaceId, names]) => {
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const plain = async (value: unknown): Promise<unknown> => {
        if (value instanceof Blob) return `${value.type} ${await hashOf(value)}`;
        if (value instanceof Float32Array) return [...value];
        if (Array.isArray(value)) return await Promise.all(value.map(plain));
        if (typeof value !== 'object' || value === null) return value;
        const fields = Object.entries(value).map(async ([name, field]) => [name, await plain(field)] as const);
        return Object.fromEntries(await Promise.all(fields));
      };
      const hashOf = async (blob: Blob) => {
        const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
        return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      };
      // Parts of a finished export are removed behind it.
      const unlessGone = (error: unknown): null => {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null;
        throw error;
      };
      const files: Record<string, string> = {};
      const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
        for await (const [name, handle] of folder.entries()) {
          if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
          else if (handle instanceof FileSystemFileHandle) {
            const file = await handle.getFile().catch(unlessGone);
            if (file) files[path + name] = await hashOf(file);
          }
        }
      };
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('workspaces');
      await walk(await root.getDirectoryHandle(workspaceId), '');
      const database = await answer(indexedDB.open(`studio-${workspaceId}`));
      const rows: Record<string, unknown[]> = {};
      try {
        for (const name of names) {
          const stored = await answer(database.transaction(name).objectStore(name).getAll());
          rows[name] = await Promise.all(stored.map(plain));
        }
      } finally {
        database.close();
      }
      return { rows, files };
    },
    [id, tables] as const,
  );
}
