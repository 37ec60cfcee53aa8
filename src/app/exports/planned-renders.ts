import { isSceneList, type RenderDocument } from '#core/job/render-document.ts';
import { planOutputs } from '#core/platform/plan-outputs.ts';
import type { Platform } from '#core/platform/platforms.ts';
import { type RenderSettings, renderSettings } from '#core/render/settings.ts';

/** One render that is to be asked for. */
export interface PlannedRender {
  readonly document: RenderDocument;
  readonly settings: RenderSettings;
  readonly platforms: readonly Platform[];
  readonly mostVideoBitRate: number | null;
}

/** Scenes are made as they are, whatever the platforms. @param seconds length of the document's video. */
export function plannedRenders(
  document: RenderDocument,
  platforms: readonly Platform[],
  seconds: number,
): PlannedRender[] {
  if (isSceneList(document)) return [planned(document, [], null)];
  return planOutputs(document, platforms, seconds).map((output) =>
    planned(output.project, output.platforms, output.mostVideoBitRate),
  );
}

function planned(
  document: RenderDocument,
  platforms: readonly Platform[],
  mostVideoBitRate: number | null,
): PlannedRender {
  const settings = renderSettings(document.format, document.quality, mostVideoBitRate);
  return { document, settings, platforms, mostVideoBitRate };
}
