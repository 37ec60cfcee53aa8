import { z } from 'zod';
import { StudioError } from '#core/errors.ts';
import type { Limits } from '#core/limits.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { addItems, setHook } from '#core/project/edit-project.ts';
import { musicChoice, type Project } from '#core/project/project.ts';
import type { AssetLibrary } from './studio/assets.ts';
import type { ProjectShelf } from './studio/projects.ts';

const demoFile = z.object({ file: z.string().min(1), name: z.string().min(1) });

const manifestSchema = z.object({
  photos: z.array(demoFile).min(1),
  tracks: z.array(demoFile.extend({ id: z.string() })).min(1),
  hook: z.string(),
});

type DemoFile = z.infer<typeof demoFile>;

const SAMPLE_PHOTOS = 5;
const SAMPLE_TRACK = 'upbeat-1';
const SAMPLE_NAME = 'Sample video';

/** The demo pack as a project. What is stored already is not stored again. */
export async function openSample(assets: AssetLibrary, projects: ProjectShelf, limits: Limits): Promise<Project> {
  const folder = new URL('demo/', document.baseURI);
  const response = await download(new URL('manifest.json', folder));
  const manifest = manifestSchema.parse(await response.json());
  const track = manifest.tracks.find(({ id }) => id === SAMPLE_TRACK) ?? manifest.tracks[0];
  const photos = manifest.photos.slice(0, SAMPLE_PHOTOS);
  const wanted = track ? [...photos, track] : photos;
  const files = await Promise.all(wanted.map((entry) => fetchFile(folder, entry)));
  const imported = (await assets.importFiles(files)).map((outcome) => {
    if (!outcome.ok) throw outcome.error;
    return outcome.asset;
  });
  return await makeProject(projects, imported, manifest.hook, limits);
}

async function makeProject(
  projects: ProjectShelf,
  assets: readonly MediaAsset[],
  hook: string,
  limits: Limits,
): Promise<Project> {
  const photos = assets.filter((asset) => asset.facts.kind === 'image');
  const music = assets.find((asset) => asset.facts.kind === 'audio');
  const empty = await projects.create();
  const { project } = addItems(empty, photos, limits, () => crypto.randomUUID());
  const filled: Project = {
    ...setHook(project, hook, limits),
    name: SAMPLE_NAME,
    music: music ? musicChoice(music.id) : null,
  };
  await projects.save(filled);
  return filled;
}

async function fetchFile(folder: URL, { file, name }: DemoFile): Promise<File> {
  const response = await download(new URL(file, folder));
  return new File([await response.blob()], name);
}

async function download(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (response.ok) return response;
  throw new StudioError(
    'not-found',
    'The sample could not be loaded. Check the connection to this page and try again.',
    { rule: 'demo pack is served', value: `${url.pathname}: HTTP ${response.status}` },
  );
}
