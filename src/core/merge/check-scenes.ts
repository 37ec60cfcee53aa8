import type { AssetLookup } from '../plan/plan-sources.ts';
import type { RenderIssue } from '../render/render-issue.ts';
import { MOST_SCENES, type SceneList } from './scene-list.ts';

/** What stands between scenes and one video of them, apart from the machine. */
export function checkScenes({ scenes }: SceneList, assets: AssetLookup): RenderIssue[] {
  const issues: RenderIssue[] = [];
  const refuse = (code: RenderIssue['code'], message: string) => issues.push({ severity: 'error', code, message });
  if (scenes.length === 0) refuse('no-items', 'Add at least one scene.');
  if (scenes.length > MOST_SCENES) {
    refuse(
      'too-many-items',
      `At most ${MOST_SCENES} scenes become one video; these are ${scenes.length}. Remove some.`,
    );
  }
  for (const [index, { assetId, voiceAssetId }] of scenes.entries()) {
    const picture = assets.get(assetId);
    const voice = voiceAssetId === null ? null : assets.get(voiceAssetId);
    if (picture === undefined || voice === undefined) {
      refuse('media-missing', `A file of scene ${index + 1} is no longer in the library. Choose it again.`);
    } else if (picture.facts.kind === 'audio') {
      refuse('media-missing', `“${picture.name}” of scene ${index + 1} has no picture. Choose a video or an image.`);
    } else if (voice && voice.facts.kind !== 'audio') {
      refuse('media-missing', `“${voice.name}” of scene ${index + 1} is no sound file. Choose a recording.`);
    }
  }
  return issues;
}
