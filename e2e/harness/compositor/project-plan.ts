import type { Size } from '#core/geometry.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import type { MediaAsset } from '#core/media/asset.ts';
import { plainSources } from '#core/plan/plan-sources.ts';
import { planTimeline } from '#core/plan/plan-timeline.ts';
import type { LogoChoice } from '#core/project/logo.ts';
import type { AtmospherePreset, FramePreset } from '#core/project/look.ts';
import { type Bars, createProject, type Fit, mediaItem, musicChoice, type Project } from '#core/project/project.ts';
import { type QualityMode, renderSettings } from '#core/render/settings.ts';
import type { MotionKind } from '#core/style/motion.ts';
import type { StyleName } from '#core/style/style.ts';
import type { CompositorBackend } from '#engine/compositor/compositor.ts';
import { inspectFile } from '#engine/media/inspect-file.ts';
import type { MediaSource } from '#protocol/media-source.ts';
import type { DrawRequest } from './worker.ts';

/** A file of the machine that runs the tests. */
export interface TestFile {
  readonly name: string;
  readonly base64: string;
}

/** A project of real files, and which of its frames to draw. */
export interface ProjectShot {
  readonly photos: readonly TestFile[];
  readonly frames: readonly number[];
  readonly lengthSeconds: number;
  readonly fit?: Fit;
  readonly bars?: Bars;
  readonly motion?: MotionKind;
  readonly style?: StyleName;
  readonly frame?: FramePreset;
  readonly atmosphere?: AtmospherePreset | TestFile;
  readonly hook?: string;
  readonly music?: TestFile;
  readonly quality?: QualityMode;
  readonly seed?: number;
  readonly size?: Size;
  readonly backend?: CompositorBackend;
  readonly logo?: { readonly file: TestFile } & Omit<LogoChoice, 'assetId'>;
  /** Of the hook. */
  readonly font?: TestFile;
  /** Colours of a brand. */
  readonly colours?: Pick<Project, 'hookColour' | 'frameColour'>;
}

export interface ProjectRequest extends DrawRequest {
  readonly media: readonly MediaSource[];
}

/** By content, of all files so far: many shots are of the same ones. */
const inspections = new Map<string, ReturnType<typeof inspectFile>>();

function placementOf({ fit = 'cover', bars = 'plain', motion }: ProjectShot) {
  return { fit, bars, motion: motion ?? 'auto' } as const;
}

/** Looks at the files as an import does, and plans the timeline as preview and export do. */
export async function projectPlan(shot: ProjectShot): Promise<ProjectRequest> {
  const settings = renderSettings('9:16', shot.quality ?? 'normal');
  const assets = new Map<string, MediaAsset>();
  const media: MediaSource[] = [];
  const items = [];
  for (const file of shot.photos) items.push({ ...mediaItem(file.name, await bringIn(file)), ...placementOf(shot) });
  const { frame, atmosphere } = shot;
  const project: Project = {
    ...createProject('test', 0, shot.seed ?? 7),
    items,
    music: shot.music ? musicChoice(await bringIn(shot.music)) : null,
    hook: shot.hook ?? '',
    style: { preset: shot.style ?? 'luxury-gold', gradeStrength: 100 },
    lengthSeconds: shot.lengthSeconds,
    frame: frame ? { kind: 'preset', preset: frame } : { kind: 'none' },
    atmosphere: await atmosphereOf(atmosphere),
    logo: await logoOf(shot.logo),
    hookFont: ownFont(shot.font),
    ...shot.colours,
  };
  return {
    backend: shot.backend ?? 'canvas',
    size: shot.size ?? settings.size,
    frames: shot.frames,
    timeline: planTimeline(project, plainSources(assets), settings),
    media,
  };

  async function atmosphereOf(choice: AtmospherePreset | TestFile | undefined): Promise<Project['atmosphere']> {
    if (!choice) return { kind: 'none' };
    if (typeof choice === 'string') return { kind: 'preset', preset: choice };
    return { kind: 'custom', assetId: await bringIn(choice) };
  }

  async function logoOf(choice: ProjectShot['logo']): Promise<LogoChoice | null> {
    if (!choice) return null;
    const { file, ...placed } = choice;
    return { ...placed, assetId: await bringIn(file) };
  }

  function ownFont(font: TestFile | undefined): string | null {
    if (!font) return null;
    media.push({ assetId: font.name, name: font.name, mimeType: '', bytes: new Blob([bytesOf(font)]) });
    return font.name;
  }

  async function bringIn({ name, base64 }: TestFile): Promise<string> {
    const file = new File([bytesOf({ name, base64 })], name);
    const looked = inspections.get(base64) ?? inspectFile(file, DEFAULT_LIMITS, () => undefined);
    inspections.set(base64, looked);
    const { facts, mimeType, rendition } = await looked;
    const id = `${name} ${assets.size}`;
    assets.set(id, { id, hash: id, name, mimeType, bytes: file.size, facts, rendition: null, importedAt: 0 });
    media.push({ assetId: id, name, mimeType, bytes: rendition ?? file });
    return id;
  }
}

function bytesOf({ base64 }: TestFile): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
