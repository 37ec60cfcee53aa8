import { isFinished, type RenderJob } from '#core/job/job.ts';
import { isSceneList, type RenderDocument } from '#core/job/render-document.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import type { Platform } from '#core/platform/platforms.ts';
import { addItems, setHook } from '#core/project/edit-project.ts';
import type { AtmosphereChoice, FrameChoice } from '#core/project/look.ts';
import { createProject, musicChoice, type Project } from '#core/project/project.ts';
import { isSameVideo } from '#core/project/same-video.ts';
import type { Studio } from '../studio.ts';
import type { ProcessRequest } from './arguments.ts';
import { assetOfKind } from './media-input.ts';

export interface ProcessAnswer {
  /** The first, where several videos are made. */
  readonly jobId: string;
  /** Of every video that is made: one for each different one that the platforms take. */
  readonly jobIds: readonly string[];
  /** True where the job was there already: asked for earlier, and not at its end. */
  readonly resumed: boolean;
}

/** Imports, makes a project and queues its export. @throws StudioError for the first thing that is refused. */
export async function process(studio: Studio, request: ProcessRequest): Promise<ProcessAnswer> {
  const { assets } = studio;
  const pictures: MediaAsset[] = [];
  for (const [index, input] of request.images.entries()) {
    pictures.push(await assetOfKind(assets, input, `images.${index}`, 'image', 'video'));
  }
  const music = request.audio ? await assetOfKind(assets, request.audio, 'audio', 'audio') : null;
  const [frame, atmosphere] = [await frameOf(studio, request), await atmosphereOf(studio, request)];
  const change = (empty: Project): Project => ({
    ...withItemsAndHook(empty, pictures, request.text),
    name: request.name,
    music: music && musicChoice(music.id),
    style: { preset: request.style, gradeStrength: request.gradeStrength },
    repeatItems: request.repeat,
    frame,
    atmosphere,
    format: request.format,
    quality: request.quality,
    lengthSeconds: request.lengthSeconds,
    seed: request.seed ?? empty.seed,
  });
  // A seed by chance is another in each request: then any will do.
  const fresh = await studio.brand.dress(createProject('', 0, 0));
  const sameAs = (job: RenderJob) => {
    const { project } = job;
    const made = change({ ...fresh, seed: request.seed ?? (isSceneList(project) ? 0 : project.seed) });
    return isSceneList(project) ? made : asForPlatforms(made, job, project);
  };
  const unfinished = request.resume ? await unfinishedExport(studio, sameAs, request.platforms) : null;
  if (unfinished) return { jobId: unfinished.id, jobIds: [unfinished.id], resumed: true };
  const empty = await studio.projects.create();
  try {
    const project = change(empty);
    await studio.projects.save(project);
    const jobs = await studio.exports.start(project, request.platforms);
    return { jobId: jobs[0].id, jobIds: jobs.map(({ id }) => id), resumed: false };
  } catch (error) {
    await studio.projects.erase(empty.id);
    throw error;
  }
}

/**
 * The latest export that was asked for with the same files and choices, and still waits or runs. Who asks for it again
 * does not want it to wait.
 * @param wanted what would be made now, compared with a job.
 * @param platforms for which it would be made.
 */
export async function unfinishedExport(
  { exports }: Studio,
  wanted: (job: RenderJob) => RenderDocument,
  platforms: readonly Platform[] = [],
): Promise<RenderJob | null> {
  const isFor = (job: RenderJob) =>
    job.platforms.length > 0 === platforms.length > 0 && job.platforms.every((name) => platforms.includes(name));
  const open = (await exports.list()).filter((job) => !isFinished(job) && isFor(job));
  const same = open.find((job) => isSameVideo(job.project, wanted(job)));
  if (same?.paused) await exports.resume(same.id);
  return same ?? null;
}

/** What is decided for a platform as it was decided for this job: how long a video gets is not known before it is planned. */
function asForPlatforms(made: Project, { platforms, mostVideoBitRate }: RenderJob, project: Project): Project {
  if (platforms.length === 0) return made;
  const { format, lengthSeconds, quality } = project;
  return { ...made, format, lengthSeconds, quality: mostVideoBitRate === null ? made.quality : quality };
}

function withItemsAndHook(empty: Project, pictures: readonly MediaAsset[], text: string): Project {
  const { project, refused } = addItems(empty, pictures, DEFAULT_LIMITS, () => crypto.randomUUID());
  const [first] = refused;
  if (first) throw first;
  return setHook(project, text, DEFAULT_LIMITS);
}

async function frameOf({ assets }: Studio, { frame }: ProcessRequest): Promise<FrameChoice> {
  if (frame === 'none') return { kind: 'none' };
  if (typeof frame === 'string') return { kind: 'preset', preset: frame };
  return { kind: 'custom', assetId: (await assetOfKind(assets, frame.own, 'frame', 'image')).id };
}

async function atmosphereOf({ assets }: Studio, { overlay }: ProcessRequest): Promise<AtmosphereChoice> {
  if (overlay === 'none') return { kind: 'none' };
  if (typeof overlay === 'string') return { kind: 'preset', preset: overlay };
  return { kind: 'custom', assetId: (await assetOfKind(assets, overlay.own, 'overlay', 'video')).id };
}
