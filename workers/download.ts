import { nameAtAddress } from '#core/import/address.ts';
import { alreadyLoading } from '#core/import/download.ts';
import { downloadFile } from '#engine/download/download-file.ts';
import type { DownloadWorker } from '#protocol/download.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import { throttled } from '#protocol/throttle.ts';
import { PartialDownload, removeDownload } from '#storage/files/partial-download.ts';
import { ModelCache } from '#storage/model-cache.ts';

const models = new ModelCache();

exposeWorker<DownloadWorker>({
  async download(workspaceId, address, key, onProgress) {
    const url = new URL(address);
    const name = nameAtAddress(url);
    return await navigator.locks.request(
      `studio-download-${workspaceId}-${key}`,
      { ifAvailable: true },
      async (lock) => {
        if (!lock) throw alreadyLoading(name, address);
        const target = await PartialDownload.open(workspaceId, key);
        try {
          await downloadFile({ url, name, target, onProgress: throttled(onProgress) });
        } catch (error) {
          target.close();
          // What has begun to arrive is gone on with later.
          if (target.kept.bytes === 0) await removeDownload(workspaceId, key);
          throw error;
        }
        return { name, ...(await target.finish()) };
      },
    );
  },

  modelFile: (address, sha256, onProgress) => models.file(address, sha256, throttled(onProgress)),
});
