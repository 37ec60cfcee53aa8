import { liveQuery } from 'dexie';
import type { AssetLibrary } from '../studio/assets.ts';
import type { SpeechRecognition } from '../studio/speech.ts';
import type { Workspaces } from '../studio/workspaces.ts';
import type { ResultFiles } from '../tools/result-files.ts';
import type { OpenWorkspace } from '../workspace.ts';
import type { HeldWork } from './held-work.ts';

/** Parts of the studio as they were, with their work held against a new version. */

export function heldAssets(assets: AssetLibrary, held: HeldWork): AssetLibrary {
  return {
    ...assets,
    importFiles: (files, options) => held.during(() => assets.importFiles(files, options)),
    importAddresses: (addresses, options) => held.during(() => assets.importAddresses(addresses, options)),
  };
}

export function heldSpeech(speech: SpeechRecognition, held: HeldWork): SpeechRecognition {
  return { ...speech, transcribe: (media, options) => held.during(() => speech.transcribe(media, options)) };
}

export function heldWorkspaces(workspaces: Workspaces, held: HeldWork): Workspaces {
  return {
    ...workspaces,
    importWhole: (archive, options) => held.during(() => workspaces.importWhole(archive, options)),
  };
}

/** From the moment that a tool begins to write until its result is saved, or given up. */
export function heldResults(files: ResultFiles, held: HeldWork): ResultFiles {
  return {
    ...files,
    async reserve() {
      const release = held.hold();
      try {
        const reserved = await files.reserve();
        return { ...reserved, giveUp: () => reserved.giveUp().finally(release) };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

/** As long as any export of the workspace runs, whichever tab renders it. */
export function holdWhileRendering({ jobs, problems }: OpenWorkspace, held: HeldWork): void {
  let release: (() => void) | null = null;
  liveQuery(() => jobs.open()).subscribe({
    next(open) {
      const isRendering = open.some(({ status }) => status === 'processing');
      if (isRendering) release ??= held.hold();
      else {
        release?.();
        release = null;
      }
    },
    error: problems.report,
  });
}
