import type { RenderClient } from '#clients/render-client.ts';
import { StudioError } from '#core/errors.ts';
import { replaceOutputFile } from '#core/job/job.ts';
import { moveFile, readFile } from '#storage/files/file-system.ts';
import { outputPaths } from '#storage/files/paths.ts';
import type { ResultFiles } from '../tools/result-files.ts';
import type { OpenWorkspace } from '../workspace.ts';

export interface CoverTools {
  readonly workspace: OpenWorkspace;
  readonly files: ResultFiles;
  readonly client: Pick<RenderClient, 'putCover'>;
}

/**
 * Makes a frame of a finished video its thumbnail and its cover art. New files take the old ones' places at once.
 * @param seconds when the frame is on screen.
 * @throws StudioError `not-found`, `disk-full`.
 */
export async function setCover({ workspace, files, client }: CoverTools, id: string, seconds: number): Promise<void> {
  const { project, output } = await workspace.jobs.get(id);
  const paths = outputPaths(workspace.id, id);
  const bytes = output && (await readFile(paths.video));
  if (!bytes) {
    throw new StudioError(
      'not-found',
      `There is no finished video of “${project.name}” to put a cover on. Export it first.`,
      {
        file: project.name,
        rule: 'file of a finished export exists',
        value: 'missing',
      },
    );
  }
  const [video, thumbnail] = [await files.reserve(), await files.reserve()];
  try {
    const request = {
      file: { name: project.name, bytes },
      seconds,
      paths: { video: video.path, thumbnail: thumbnail.path },
    };
    const written = await client.putCover(request);
    await moveFile(thumbnail.path, paths.thumbnail);
    await moveFile(video.path, paths.video);
    await workspace.jobs.update(id, (job) => replaceOutputFile(job, written.bytes));
  } finally {
    await video.giveUp();
    await thumbnail.giveUp();
  }
}
