import type { DiskClient } from '#clients/disk-client.ts';
import { checkRoom } from '#core/disk/check-room.ts';
import { diskNeeded, memoryNeeded, type RenderNeeds } from '#core/disk/render-needs.ts';
import { assetsOfDocument, type RenderDocument } from '#core/job/render-document.ts';
import type { RenderIssue } from '#core/render/render-issue.ts';
import { type RenderSettings, renderSettings } from '#core/render/settings.ts';
import { temporaryDirectory } from '#storage/files/paths.ts';
import { SharedWork } from '../shared-work.ts';
import type { AssetLibrary } from '../studio/assets.ts';

export interface PreflightTools {
  readonly workspaceId: string;
  readonly assets: Pick<AssetLibrary, 'lookup'>;
  readonly client: DiskClient;
  /** How many workers draw one video. */
  readonly poolSize: () => Promise<number>;
}

/** What an export will take of this machine, and whether it is there. */
export interface Preflight {
  needs(project: RenderDocument, settings: RenderSettings, outputBytes: number): Promise<RenderNeeds>;
  issues(project: RenderDocument, settings: RenderSettings, outputBytes: number): Promise<RenderIssue[]>;
}

export function createPreflight({ workspaceId, assets, client, poolSize }: PreflightTools): Preflight {
  const directory = temporaryDirectory(workspaceId);
  // Two parts of a screen ask at the same time: the room is taken once.
  const room = new SharedWork<number, boolean, never>((bytes) => client.hasRoom(directory, bytes));

  async function needs(project: RenderDocument, settings: RenderSettings, outputBytes: number): Promise<RenderNeeds> {
    const found = [...(await assets.lookup(assetsOfDocument(project))).values()];
    const count = (kind: 'image' | 'video') => found.filter(({ facts }) => facts.kind === kind).length;
    return {
      diskBytes: diskNeeded(outputBytes),
      memoryBytes: memoryNeeded(settings, { photos: count('image'), clips: count('video'), workers: await poolSize() }),
    };
  }

  return {
    needs,
    async issues(project, settings, outputBytes) {
      const needed = await needs(project, settings, outputBytes);
      const smaller = lowerQuality(project, settings);
      const scale = smaller ? smaller.videoBitRate / settings.videoBitRate : 1;
      return checkRoom(needed, smaller && (await needs(project, smaller, outputBytes * scale)), {
        fitsOnDisk: await room.join(needed.diskBytes),
        deviceMemoryBytes: deviceMemory(),
      });
    },
  };
}

function lowerQuality(project: RenderDocument, { videoBitRate }: RenderSettings): RenderSettings | null {
  const eco = renderSettings(project.format, 'eco');
  return eco.videoBitRate < videoBitRate ? eco : null;
}

/** Only Chromium tells, in steps of powers of two. */
function deviceMemory(): number | null {
  const gigabytes: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof gigabytes === 'number' ? gigabytes * 1024 ** 3 : null;
}
