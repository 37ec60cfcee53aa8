import type { ContentHash, MediaAsset } from '#core/media/asset.ts';
import type { WorkspaceDatabase } from './database.ts';
import { whenNobodyBringsFiles } from './files/file-lock.ts';
import { listDirectories, listFiles, removeFile, removeUnlessOpen } from './files/file-system.ts';
import { removeOldDownloads } from './files/partial-download.ts';
import { mediaDirectory, outputDirectory, segmentsDirectory, temporaryDirectory } from './files/paths.ts';
import type { ProblemLog } from './problem-log.ts';
import { SegmentStore } from './segment-store.ts';
import { planSweep } from './sweep-plan.ts';

/**
 * Brings rows and files together at the start: removes files that no row names (a tab died in between) and reports rows
 * whose file is gone. Skipped while another tab brings files in.
 */
export async function sweep(workspaceId: string, database: WorkspaceDatabase, problems: ProblemLog): Promise<void> {
  const segments = new SegmentStore(workspaceId, database);
  await whenNobodyBringsFiles(workspaceId, async () => {
    const folders = {
      media: mediaDirectory(workspaceId),
      outputs: outputDirectory(workspaceId),
      temporary: temporaryDirectory(workspaceId),
    };
    const partFolders = await listDirectories(segmentsDirectory(workspaceId));
    // Files before rows: a render commits its row first, so a file seen here has its row in the answer below.
    const [media, outputs, temporary] = await Promise.all([
      listFiles(folders.media),
      listFiles(folders.outputs),
      listFiles(folders.temporary),
    ]);
    const [assets, fonts, jobs, trash, partRows] = await Promise.all([
      database.assets.toArray(),
      database.fonts.toArray(),
      database.jobs.toArray(),
      database.trash.toArray(),
      database.segments.orderBy('jobId').uniqueKeys(),
    ]);
    const plan = planSweep({
      media,
      outputs,
      partFolders,
      partRows: partRows.map(String),
      assets: [
        ...assets.flatMap((row) => hashesOf(row).map((hash) => ({ hash, name: row.name }))),
        ...fonts.map(({ hash, name }) => ({ hash, name })),
      ],
      trashedMedia: trash.flatMap(({ kind, row }) => (kind === 'asset' ? hashesOf(row) : [])),
      // These rows have not been checked: a damaged one may lack its project.
      jobs: jobs.map(({ id, status, project }) => ({ id, status, projectName: project?.name ?? id })),
      trashed: trash.map(({ id }) => id),
    });
    const leftovers = [
      ...plan.unnamedMedia.map((name) => `${folders.media}/${name}`),
      ...plan.unnamedOutputs.map((name) => `${folders.outputs}/${name}`),
      ...temporary.map((name) => `${folders.temporary}/${name}`),
    ];
    await Promise.all(leftovers.map((path) => removeUnlessOpen(() => removeFile(path))));
    for (const jobId of plan.endedParts) await removeUnlessOpen(() => segments.removeAll(jobId));
    await removeOldDownloads(workspaceId, Date.now());
    for (const problem of plan.missing) problems.add(problem);
  });
}

/** Rows from before there were renditions have none. */
function hashesOf({
  hash,
  rendition,
}: Pick<MediaAsset, 'hash'> & Partial<Pick<MediaAsset, 'rendition'>>): ContentHash[] {
  return rendition ? [hash, rendition.hash] : [hash];
}
