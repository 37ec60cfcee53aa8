import { checkCaptions } from '../captions/check-captions.ts';
import { isSceneList, type RenderDocument } from '../job/render-document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import type { ContentHash } from '../media/asset.ts';
import { checkScenes } from '../merge/check-scenes.ts';
import type { AssetLookup } from '../plan/plan-sources.ts';
import { assetsOfProject, countMedia, type Project } from '../project/project.ts';
import { type CodePointRanges, uncoveredCharacters } from '../text/coverage.ts';
import { glyphsMissing, type RenderIssue } from './render-issue.ts';

/** What this browser can do, as proven by trying. */
export interface RenderCapabilities {
  /** The faster way to draw here. */
  readonly compositor: 'webgl' | 'canvas';
  readonly videoEncoder: 'webcodecs' | 'ffmpeg' | 'none';
  /** The video encoder works beside the processor, not on it. False where the browser does not tell. */
  readonly hardwareEncoder: boolean;
  readonly audioEncoder: 'native' | 'bundled';
}

export const NO_ITEMS: RenderIssue = {
  severity: 'error',
  code: 'no-items',
  message: 'Add at least one photo or clip to export a video.',
};

/**
 * Everything that stands between this document and a good video: a list, not the first problem.
 * @param fonts the workspace's own.
 */
export function checkRender(
  document: RenderDocument,
  assets: AssetLookup,
  capabilities: RenderCapabilities,
  glyphs: CodePointRanges,
  fonts: ReadonlySet<ContentHash>,
  limits: Limits = DEFAULT_LIMITS,
): RenderIssue[] {
  const issues = isSceneList(document)
    ? checkScenes(document, assets)
    : checkProject(document, assets, { glyphs, fonts, limits });
  if (capabilities.videoEncoder === 'none') {
    issues.push({
      severity: 'error',
      code: 'no-encoder',
      message: 'This browser cannot encode video. Use a current Chrome, Edge, Firefox or Safari.',
    });
  }
  return issues;
}

interface Known {
  readonly glyphs: CodePointRanges;
  readonly fonts: ReadonlySet<ContentHash>;
  readonly limits: Limits;
}

function checkProject(project: Project, assets: AssetLookup, { glyphs, fonts, limits }: Known): RenderIssue[] {
  const issues: RenderIssue[] = [];
  if (project.items.length === 0) {
    issues.push(NO_ITEMS);
  }
  if (countMedia(project.items) > limits.items) {
    issues.push({
      severity: 'error',
      code: 'too-many-items',
      message: `A video holds at most ${limits.items} photos and clips; this one has ${countMedia(project.items)}. Remove some.`,
    });
  }
  const length = countCharacters(project.hook);
  if (length > limits.hookCharacters) {
    issues.push({
      severity: 'error',
      code: 'hook-too-long',
      message: `The text hook has ${length} characters; at most ${limits.hookCharacters} are allowed. Shorten it.`,
    });
  }
  const hasOwnFont = project.hookFont !== null && fonts.has(project.hookFont);
  if (length > 0 && project.hookFont !== null && !hasOwnFont) {
    issues.push({
      severity: 'warning',
      code: 'font-missing',
      message:
        'The font of the text hook is no longer in this workspace: the style’s own is used. Choose another, or add it again.',
    });
  }
  // Which characters an own font has, only drawing tells.
  const missing = hasOwnFont ? [] : uncoveredCharacters(project.hook, glyphs);
  if (missing.length > 0) {
    issues.push({
      severity: 'warning',
      code: 'hook-glyph-missing',
      message: glyphsMissing(missing),
    });
  }
  issues.push(
    ...checkCaptions(
      project.captions.tracks.flatMap(({ cues }) => cues),
      glyphs,
    ),
  );
  const { logo } = project;
  if (logo && !assets.has(logo.assetId)) {
    issues.push({
      severity: 'warning',
      code: 'logo-missing',
      message: 'The logo of this video is no longer in the library: it is left out. Choose another in the brand kit.',
    });
  }
  const lost = assetsOfProject({ ...project, logo: null }).filter((id) => !assets.has(id));
  if (lost.length > 0) {
    const files = lost.length === 1 ? 'One file of this video is' : `${lost.length} files of this video are`;
    issues.push({
      severity: 'error',
      code: 'media-missing',
      message: `${files} no longer in the library. Remove it here, or add it again.`,
    });
  }
  return issues;
}

/** Counts what a person sees as characters: an emoji or an accented letter is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) count++;
  return count;
}
