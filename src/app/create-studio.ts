import { AnimationClient } from '#clients/animation-client.ts';
import { BackgroundMusicClient } from '#clients/background-music-client.ts';
import { BeatsClient } from '#clients/beats-client.ts';
import { CaptionVideoClient } from '#clients/caption-video-client.ts';
import { ClockClient } from '#clients/clock-client.ts';
import { ConvertClient } from '#clients/convert-client.ts';
import { DiskClient } from '#clients/disk-client.ts';
import { DownloadClient } from '#clients/download-client.ts';
import { HighlightsClient } from '#clients/highlights-client.ts';
import { ImportClient } from '#clients/import-client.ts';
import { RenderClient } from '#clients/render-client.ts';
import { SpeechClient } from '#clients/speech-client.ts';
import { UnpackClient } from '#clients/unpack-client.ts';
import { WorkspaceArchiveClient } from '#clients/workspace-archive-client.ts';
import { toStudioError } from '#core/errors.ts';
import { DEFAULT_LIMITS, type Limits } from '#core/limits.ts';
import { AUDIO } from '#core/render/settings.ts';
import { ModelCache } from '#storage/model-cache.ts';
import { WorkspaceRegistry } from '#storage/registry.ts';
import { createClipAnimations } from './animations/clip-animations.ts';
import { showQueueOnBadge } from './app-badge.ts';
import { createAssetLibrary } from './assets/asset-library.ts';
import { createLibrary, endImportsCutShort } from './assets/library.ts';
import { OneAtATime } from './assets/one-at-a-time.ts';
import { createBatches } from './batch/batches.ts';
import { createBeatAnalysis } from './beats/beat-analysis.ts';
import { createBrand } from './brand.ts';
import { rememberCapabilities } from './capabilities.ts';
import { keepClean } from './disk/cleaner.ts';
import { createDisk } from './disk/disk.ts';
import { createPreflight } from './disk/preflight.ts';
import { databaseGone, findPresence, localMarker, type Marker } from './disk/presence.ts';
import { askAfterExport, createProtection } from './disk/protection.ts';
import { recoverEdits } from './disk/recover-edits.ts';
import { UnsavedEdits } from './disk/unsaved-edits.ts';
import { keepConnection } from './disk/watch-connection.ts';
import { createExports } from './exports/exports.ts';
import { PoolSizes } from './exports/pool-size.ts';
import { QueueRunner } from './exports/queue-runner.ts';
import { createFonts } from './fonts.ts';
import { HighlightSearch } from './highlights/highlight-analysis.ts';
import { createIncoming } from './incoming/create-incoming.ts';
import {
  auditedAssets,
  auditedDisk,
  auditedExports,
  auditedLibrary,
  auditedProjects,
  auditedWorkspaces,
} from './ledger/audited.ts';
import { createLedger } from './ledger/create-ledger.ts';
import {
  loggedAnimations,
  loggedBeats,
  loggedCapabilities,
  loggedCaptioning,
  loggedConversion,
  loggedMusic,
  loggedPreview,
  loggedSpeech,
} from './ledger/logged.ts';
import { createOffline } from './offline/offline.ts';
import { planSources } from './plan-sources.ts';
import { createPosting } from './posting.ts';
import { createPreviewPlayer } from './preview/preview-player.ts';
import { createProjectShelf } from './project-shelf.ts';
import { openSample } from './sample.ts';
import { keepScreenAwake } from './screen-awake.ts';
import { createSpeechRecognition } from './speech/speech-recognition.ts';
import type { Install } from './studio/install.ts';
import type { Studio } from './studio.ts';
import { createBackgroundMusic } from './tools/background-music.ts';
import { createVideoCaptioning } from './tools/caption-video.ts';
import { createFileConversion } from './tools/convert.ts';
import { createResultFiles } from './tools/result-files.ts';
import { createUpdates } from './updates/create-updates.ts';
import { heldAssets, heldResults, heldSpeech, heldWorkspaces, holdWhileRendering } from './updates/held-parts.ts';
import { HeldWork } from './updates/held-work.ts';
import { type OpenWorkspace, openWorkspace } from './workspace.ts';
import { finishAllUnfinished } from './workspaces/finish-unfinished.ts';
import { leaveWhenRemoved, openRemembered } from './workspaces/open-remembered.ts';
import { WorkspaceChoice } from './workspaces/workspace-choice.ts';
import { createWorkspaces } from './workspaces/workspaces.ts';

/**
 * Opens the workspace, brings rows and files together, and starts to run the queue.
 * @param install listens since before there was a studio.
 * @param say puts what is told or named outside of the pages into the person's language.
 * @throws StudioError when the browser's storage cannot be opened.
 */
export async function createStudio(
  install: Install,
  say: (english: string) => string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Studio> {
  const registry = new WorkspaceRegistry();
  const choice = new WorkspaceChoice(sessionStorage, localStorage);
  const opening = await openRemembered(registry, choice, say('My studio'));
  const workspace = openWorkspace(opening.workspace);
  const { report } = workspace.problems;
  if (opening.problem) workspace.problems.add(opening.problem);
  const { ledger, audit } = createLedger(workspace, say);
  const marker = localMarker(workspace.id);
  await meetDatabase(workspace, marker);
  const heldWork = new HeldWork(navigator);
  const unsaved = new UnsavedEdits(workspace.id, localStorage);
  await recoverEdits(workspace, unsaved);
  await workspace.sweep().catch(report);
  await endImportsCutShort(workspace).catch(report);
  const importing = {
    workspace,
    client: new ImportClient(),
    newDownload: () => new DownloadClient(),
    newUnpacking: () => new UnpackClient(),
    turns: new OneAtATime(),
    limits,
  };
  const protection = createProtection(workspace, navigator.storage);
  const onImported = () => {
    highlights.catchUp().catch(report);
    protection.askOnce().catch(report);
  };
  const assets = heldAssets(auditedAssets(createAssetLibrary({ ...importing, onImported }), audit), heldWork);
  const highlights = new HighlightSearch({ assets, curves: workspace.highlights, client: new HighlightsClient() });
  const brand = createBrand(workspace);
  const fonts = createFonts(importing);
  const projects = auditedProjects(createProjectShelf(workspace, brand, unsaved, say), audit);
  // A worker of its own: cancelling a render ends the render's.
  const capabilities = loggedCapabilities(rememberCapabilities(new RenderClient()), ledger.log);
  const listening = createBeatAnalysis({ assets, grids: workspace.beatGrids, client: new BeatsClient() });
  const beats = loggedBeats(listening, ledger.log);
  const models = new ModelCache();
  const modelDownloads = new DownloadClient();
  const recognition = createSpeechRecognition({
    assets,
    client: new SpeechClient(),
    baseAddress: document.baseURI,
    cache: models,
    downloads: modelDownloads,
  });
  const animations = createClipAnimations({ assets, kept: workspace.animations, client: new AnimationClient() });
  const knowledge = { assets, fonts, beats, highlights };
  const poolSizes = new PoolSizes(capabilities);
  const rendering = { workspace, ...knowledge, assets, capabilities, poolSizes };
  const queue = new QueueRunner(rendering, new ClockClient());
  const diskClient = new DiskClient();
  const preflight = createPreflight({
    workspaceId: workspace.id,
    assets,
    client: diskClient,
    poolSize: () => poolSizes.largest(),
  });
  // Hundreds of kilobytes of ranges.
  const glyphs = async () => (await import('#engine/fonts/bundled-glyphs.ts')).bundledGlyphs;
  const files = heldResults(createResultFiles(workspace.id), heldWork);
  const exports = createExports({
    ...{ workspace, ...knowledge, assets, capabilities, preflight, glyphs },
    ...{ files, client: new RenderClient() },
  });
  const toolParts = { assets, disk: diskClient, files, now: () => performance.now() };
  const captioning = createVideoCaptioning({ ...toolParts, client: new CaptionVideoClient(), glyphs });
  const music = createBackgroundMusic({ ...toolParts, client: new BackgroundMusicClient(), audio: AUDIO });
  const audited = auditedExports(exports, audit);
  const batches = createBatches({ workspace, exports: audited, projects, brand, ...toolParts });
  const conversion = createFileConversion({ ...toolParts, client: new ConvertClient(), audio: AUDIO });
  const superseded = new AbortController();
  superseded.signal.addEventListener('abort', () => queue.stop());
  const connection = keepConnection(workspace, marker, () => superseded.abort());
  queue.run().catch(report);
  keepClean(workspace, superseded.signal).catch(report);
  askAfterExport(workspace, protection);
  showQueueOnBadge(workspace);
  holdWhileRendering(workspace, heldWork);
  highlights.catchUp().catch(report);
  leaveWhenRemoved(registry, workspace.id, location, report);
  finishAllUnfinished(registry).catch(report);
  const workspaces = createWorkspaces({
    ...{ registry, choice, openId: workspace.id, page: location, onError: report },
    ...{ client: new WorkspaceArchiveClient(), disk: diskClient, files, now: () => Date.now() },
  });
  batches.goOn().catch(report);
  return {
    workspace: { id: workspace.id, name: workspace.name },
    workspaces: heldWorkspaces(auditedWorkspaces(workspaces, audit), heldWork),
    assets,
    library: auditedLibrary(createLibrary(workspace, assets), audit),
    incoming: createIncoming(report),
    recording: {
      open: async (device) => (await import('./recording/recorder.ts')).openRecorder(device, heldWork),
    },
    projects,
    brand,
    fonts,
    highlights,
    animations: loggedAnimations(animations, ledger.log),
    beats,
    speech: heldSpeech(loggedSpeech(recognition, ledger.log), heldWork),
    captioning: loggedCaptioning(captioning, ledger.log),
    backgroundMusic: loggedMusic(music, ledger.log),
    conversion: loggedConversion(conversion, ledger.log),
    screenAwake: keepScreenAwake(workspace),
    batches,
    exports: audited,
    posting: createPosting(workspace),
    updates: createUpdates(heldWork, ledger.log),
    install,
    offline: createOffline({ baseAddress: document.baseURI, models, downloads: modelDownloads, heldWork }),
    ledger,
    disk: auditedDisk(createDisk({ workspace, assets, client: diskClient, connection, protection }), audit),
    problems: workspace.problems,
    planSources: (project) => planSources(knowledge, project),
    createPreview: (canvas) => loggedPreview(createPreviewPlayer(canvas, knowledge), ledger.log),
    openSample: () => openSample(assets, projects, limits),
  };
}

/** Says plainly when the database that was here is gone. A full disk keeps nobody out. */
async function meetDatabase(workspace: OpenWorkspace, marker: Marker): Promise<void> {
  try {
    const presence = await findPresence(workspace, marker, Date.now());
    if (presence === 'vanished') workspace.problems.add(databaseGone(await workspace.rescue()));
  } catch (thrown) {
    const error = toStudioError(thrown);
    if (error.code !== 'disk-full') throw error;
    workspace.problems.add(error);
  }
}
