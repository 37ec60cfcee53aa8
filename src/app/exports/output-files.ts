import { StudioError } from '#core/errors.ts';
import type { RenderJob } from '#core/job/job.ts';
import { isSceneList } from '#core/job/render-document.ts';
import { dayInName, outputName } from '#core/platform/output-name.ts';
import { PLATFORM_PRESETS, type Platform } from '#core/platform/platforms.ts';
import { readFile } from '#storage/files/file-system.ts';
import { outputPaths } from '#storage/files/paths.ts';
import { createPosting } from '../posting.ts';
import type { ExportedFiles } from '../studio/exports.ts';
import type { OpenWorkspace } from '../workspace.ts';

/**
 * A finished video and its thumbnail, backed by disk, with the names that the workspace gives them.
 * @param platform the first of the video's where it is not given.
 * @throws StudioError `not-found`.
 */
export async function outputFiles(workspace: OpenWorkspace, id: string, platform?: Platform): Promise<ExportedFiles> {
  const job = await workspace.jobs.get(id);
  if (job.status !== 'completed') {
    throw new StudioError('not-found', `This export is ${job.status}: it has no video.`, {
      rule: 'job is completed',
      value: job.status,
    });
  }
  const paths = outputPaths(workspace.id, id);
  const [video, thumbnail] = await Promise.all([readFile(paths.video), readFile(paths.thumbnail)]);
  if (!video || !thumbnail) {
    throw new StudioError(
      'not-found',
      `The finished video of “${job.project.name}” is gone from this browser's storage. Export it again.`,
      { file: job.project.name, rule: 'file of a finished export exists', value: 'missing' },
    );
  }
  const { nameTemplate } = await createPosting(workspace).get();
  const stem = outputName(nameTemplate, nameValues(job, platform ?? job.platforms[0]));
  return {
    video: new File([video], `${stem}.mp4`, { type: 'video/mp4' }),
    thumbnail: new File([thumbnail], `${stem}.jpg`, { type: 'image/jpeg' }),
  };
}

function nameValues({ project, finishedAt, createdAt }: RenderJob, platform: Platform | undefined) {
  const day = new Date(finishedAt ?? createdAt);
  return {
    project: project.name,
    platform: platform === undefined ? '' : PLATFORM_PRESETS[platform].label,
    date: dayInName({ year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() }),
    style: isSceneList(project) ? '' : project.style.preset.replaceAll('-', ' '),
  };
}
