import type { StudioError } from '#core/errors.ts';
import type { PlanSources } from '#core/plan/plan-sources.ts';
import type { Project } from '#core/project/project.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { BeatAnalysis, HighlightAnalysis } from './studio/analyses.ts';
import type { ClipAnimations } from './studio/animations.ts';
import type { AssetLibrary } from './studio/assets.ts';
import type { Batches } from './studio/batches.ts';
import type { Brand } from './studio/brand.ts';
import type { FileConversion } from './studio/conversion.ts';
import type { Disk } from './studio/disk.ts';
import type { Exports, ScreenAwake } from './studio/exports.ts';
import type { Fonts } from './studio/fonts.ts';
import type { Incoming } from './studio/incoming.ts';
import type { Install } from './studio/install.ts';
import type { Library } from './studio/library.ts';
import type { Offline } from './studio/offline.ts';
import type { Posting } from './studio/posting.ts';
import type { PreviewPlayer } from './studio/preview.ts';
import type { ProjectShelf } from './studio/projects.ts';
import type { Recording } from './studio/recording.ts';
import type { SpeechRecognition } from './studio/speech.ts';
import type { BackgroundMusic, VideoCaptioning } from './studio/tools.ts';
import type { Updates } from './studio/updates.ts';
import type { Workspaces } from './studio/workspaces.ts';

/** Everything that the page can do, for one workspace. The UI and the scripting API call the same object. */
export interface Studio {
  /** The one that is open, under the name that it had at the start. */
  readonly workspace: { readonly id: string; readonly name: string };
  readonly workspaces: Workspaces;
  readonly assets: AssetLibrary;
  readonly library: Library;
  readonly recording: Recording;
  readonly incoming: Incoming;
  readonly projects: ProjectShelf;
  readonly brand: Brand;
  readonly fonts: Fonts;
  readonly highlights: HighlightAnalysis;
  readonly animations: ClipAnimations;
  readonly exports: Exports;
  readonly posting: Posting;
  readonly problems: StoredProblems;
  readonly beats: BeatAnalysis;
  readonly speech: SpeechRecognition;
  readonly captioning: VideoCaptioning;
  readonly backgroundMusic: BackgroundMusic;
  readonly batches: Batches;
  readonly conversion: FileConversion;
  readonly screenAwake: ScreenAwake;
  readonly updates: Updates;
  readonly offline: Offline;
  readonly install: Install;
  readonly ledger: Ledger;
  readonly disk: Disk;
  /** What planning a project needs to know of its files. May be used in `useLiveQuery`. */
  planSources(project: Project): Promise<PlanSources>;
  createPreview(canvas: HTMLCanvasElement): PreviewPlayer;
  /** Imports the demo pack (already stored files are not stored again) and makes a project of it. */
  openSample(): Promise<Project>;
}

/** What is wrong with stored things: a row that cannot be read, a file that is gone. Everything else goes on working. */
export interface StoredProblems {
  /** For `useSyncExternalStore`. */
  list(): readonly StudioError[];
  subscribe(listener: () => void): () => void;
}
