import { StudioError } from '#core/errors.ts';
import { type ArchiveItem, readArchive } from '#engine/archive/read-archive.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import type { ReceivedFile } from '#protocol/import.ts';
import { throttled } from '#protocol/throttle.ts';
import type { UnpackWorker } from '#protocol/unpack.ts';
import { receiveStream } from '#storage/files/store-media.ts';

exposeWorker<UnpackWorker>(unpacker());

/** The archive in hand is its own. */
function unpacker(): UnpackWorker {
  let items: AsyncGenerator<ArchiveItem<ReceivedFile>> | null = null;
  let tell: (unpackedBytes: number) => void = () => undefined;
  return {
    async open(workspaceId, archive) {
      await items?.return(undefined);
      items = readArchive(archive, archive.name, async (name, bytes) => ({
        name,
        ...(await receiveStream(workspaceId, bytes, (done) => tell(done))),
      }));
    },

    async next(onProgress) {
      if (!items) throw new StudioError('state-conflict', 'No archive was opened.', { rule: 'open before next' });
      tell = throttled(onProgress);
      const { done, value } = await items.next();
      if (done) return null;
      if (value.kind === 'refused') return { kind: 'refused', name: value.name, error: value.error.toRecord() };
      return { kind: 'unpacked', path: value.path, received: value.result };
    },
  };
}
