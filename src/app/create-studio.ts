import { BeatsClient } from '#clients/beats-client.ts';
import { ClockClient } from '#clients/clock-client.ts';
import { HighlightsClient } from '#clients/highlights-client.ts';
import { ImportClient } from '#clients/import-client.ts';
import { RenderClient } from '#clients/render-client.ts';
import { toStudioError } from '#core/errors.ts';
import { DEFAULT_LIMITS, type Limits } from '#core/limits.ts';
import { bundledGlyphs } from '#engine/fonts/bundled-glyphs.ts';
import { createAssetLibrary } from './assets/asset-library.ts';
import { OneAtATime } from './assets/one-at-a-time.ts';
import { createBeatAnalysis } from './beats/beat-analysis.ts';
import { rememberCapabilities } from './capabilities.ts';
import { createExports } from './exports/exports.ts';
import { choosePoolSize } from './exports/pool-size.ts';
import { QueueRunner } from './exports/queue-runner.ts';
import { HighlightSearch } from './highlights/highlight-analysis.ts';
import { auditedAssets, auditedExports, auditedProjects } from './ledger/audited.ts';
import { createLedger } from './ledger/create-ledger.ts';
import { planSources } from './plan-sources.ts';
import { createPreviewPlayer } from './preview/preview-player.ts';
import { createProjectShelf } from './project-shelf.ts';
import { openSample } from './sample.ts';
import type { Studio } from './studio.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Opens the workspace, brings rows and files together, and starts to run the queue.
 * @throws StudioError when the browser's storage cannot be opened.
 */
export async function createStudio(limits: Limits = DEFAULT_LIMITS): Promise<Studio> {
  const workspace = await openWorkspace();
  const report = (error: unknown) => workspace.problems.add(toStudioError(error));
  const { ledger, audit } = createLedger(workspace);
  await workspace.sweep().catch(report);
  const importing = { workspace, client: new ImportClient(), turns: new OneAtATime(), limits };
  const onImported = () => highlights.catchUp().catch(report);
  const assets = auditedAssets(createAssetLibrary({ ...importing, onImported }), audit);
  const highlights = new HighlightSearch({ assets, curves: workspace.highlights, client: new HighlightsClient() });
  const projects = auditedProjects(createProjectShelf(workspace), audit);
  // A worker of its own: cancelling a render ends the render's.
  const capabilities = rememberCapabilities(new RenderClient());
  const beats = createBeatAnalysis({ assets, grids: workspace.beatGrids, client: new BeatsClient() });
  const knowledge = { assets, beats, highlights };
  const rendering = { workspace, ...knowledge, assets, capabilities, poolSize: choosePoolSize };
  const queue = new QueueRunner(rendering, new ClockClient());
  const exports = createExports({ workspace, ...knowledge, assets, capabilities, glyphs: bundledGlyphs });
  queue.run().catch(report);
  highlights.catchUp().catch(report);
  return {
    workspace: { id: workspace.id, name: workspace.name },
    assets,
    projects,
    highlights,
    beats,
    exports: auditedExports(exports, audit),
    ledger,
    problems: workspace.problems,
    planSources: (project) => planSources(knowledge, project),
    createPreview: (canvas) => createPreviewPlayer(canvas, knowledge),
    openSample: () => openSample(assets, projects, limits),
  };
}
