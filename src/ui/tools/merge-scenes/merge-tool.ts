import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MergeRequest } from '#app/api/arguments.ts';
import { mergeForScript } from '#app/api/merge.ts';
import type { Studio } from '#app/studio.ts';
import {
  DEFAULT_SCENE_GAIN,
  DEFAULT_TRANSITION_SECONDS,
  DEFAULT_VOICE_GAIN,
  MOST_SCENES,
} from '#core/merge/scene-list.ts';
import type { Fit } from '#core/project/project.ts';
import type { VideoFormat } from '#core/render/settings.ts';
import type { TransitionKind } from '#core/style/transition.ts';
import { withoutEnding } from '#core/text/file-name.ts';
import { t } from '../../words/words.ts';
import { CHOOSING, ToolRun, type ToolWork, toolStep } from '../tool-work.ts';

export interface ToolScene {
  readonly id: string;
  /** A video or an image. */
  readonly picture: File;
  readonly voice: File | null;
  readonly fit: Fit;
}

export type MergeStep = 'importing';

export interface MergeToolState {
  readonly scenes: readonly ToolScene[];
  readonly format: VideoFormat;
  readonly transition: TransitionKind | 'cut';
  readonly sceneGain: number;
  readonly voiceGain: number;
  /** `made` is the job that renders them. */
  readonly work: ToolWork<MergeStep, string>;
  /** Why the last choice was refused. */
  readonly refusal: string | null;
}

type Settings = Pick<MergeToolState, 'format' | 'transition' | 'sceneGain' | 'voiceGain'>;

/** The tool "Merge scenes". Its video is one of the queue's exports. */
export interface MergeTool {
  readonly state: StoreApi<MergeToolState>;
  /** Pictures become scenes; a recording becomes the voice of the scene of its name, or of the first without one. */
  add(files: readonly File[]): void;
  change(id: string, change: Partial<Pick<ToolScene, 'voice' | 'fit'>>): void;
  /** @param to place from 0; beyond the ends is at them. */
  move(id: string, to: number): void;
  remove(id: string): void;
  set(settings: Partial<Settings>): void;
  start(): Promise<void>;
  cancel(): void;
  /** Back to the choices. The job stays in the queue. */
  back(): void;
  /** Back to an empty list. */
  startOver(): void;
}

export function createMergeTool(studio: Studio, newId: () => string = () => crypto.randomUUID()): MergeTool {
  const state = createStore<MergeToolState>(() => ({
    scenes: [],
    format: '9:16',
    transition: 'cut',
    sceneGain: DEFAULT_SCENE_GAIN,
    voiceGain: DEFAULT_VOICE_GAIN,
    work: CHOOSING,
    refusal: null,
  }));
  const run = new ToolRun<MergeStep, string>((work) => state.setState({ work }));
  const edit = (change: (scenes: readonly ToolScene[]) => readonly ToolScene[]) =>
    state.setState(({ scenes }) => ({ scenes: change(scenes), refusal: null }));
  return {
    state,
    add(files) {
      const [voices, pictures] = [files.filter(isSound), files.filter((file) => !isSound(file))];
      const added = pictures.map((picture): ToolScene => ({ id: newId(), picture, voice: null, fit: 'cover' }));
      const all = [...state.getState().scenes, ...added];
      const { scenes, left } = withVoices(all.slice(0, MOST_SCENES), voices);
      state.setState({ scenes, refusal: refusalOf(all.length, left) });
    },
    change: (id, change) =>
      edit((scenes) => scenes.map((scene) => (scene.id === id ? { ...scene, ...change } : scene))),
    move: (id, to) => edit((scenes) => moved(scenes, id, to)),
    remove: (id) => edit((scenes) => scenes.filter((scene) => scene.id !== id)),
    set: (settings) => state.setState(settings),
    async start() {
      const { scenes, format, transition, sceneGain, voiceGain } = state.getState();
      if (scenes.length === 0) return;
      await run.start(async (signal, onStep) => {
        const request: MergeRequest = {
          name: t`Merged scenes`,
          quality: 'normal',
          transitionSeconds: DEFAULT_TRANSITION_SECONDS,
          resume: false,
          format,
          transition,
          sceneGain,
          voiceGain,
          scenes: scenes.map(({ picture, voice, fit }) => ({ picture, voice, fit })),
        };
        const { jobId } = await mergeForScript(studio, request, {
          signal,
          onScene: (done) => onStep(toolStep({ step: 'importing', done, total: scenes.length, etaSeconds: null })),
        });
        return jobId;
      });
    },
    cancel: () => run.cancel(),
    back: () => state.setState({ work: CHOOSING }),
    startOver: () => state.setState({ scenes: [], work: CHOOSING, refusal: null }),
  };
}

/** The list with a scene at another place. */
export function moved(scenes: readonly ToolScene[], id: string, to: number): readonly ToolScene[] {
  const from = scenes.findIndex((scene) => scene.id === id);
  const scene = scenes[from];
  const place = Math.min(Math.max(to, 0), scenes.length - 1);
  return scene && place !== from ? scenes.toSpliced(from, 1).toSpliced(place, 0, scene) : scenes;
}

const SOUND_NAME = /\.(?:mp3|wav|m4a|aac|flac|ogg|oga|opus)$/i;

function isSound({ type, name }: File): boolean {
  return type.startsWith('audio/') || SOUND_NAME.test(name);
}

function withVoices(scenes: readonly ToolScene[], voices: readonly File[]) {
  let current = scenes;
  const left: File[] = [];
  for (const voice of voices) {
    const silent = current.filter((scene) => scene.voice === null);
    const chosen = silent.find(({ picture }) => withoutEnding(picture.name) === withoutEnding(voice.name)) ?? silent[0];
    if (chosen) current = current.map((scene) => (scene === chosen ? { ...scene, voice } : scene));
    else left.push(voice);
  }
  return { scenes: current, left };
}

function refusalOf(count: number, [left]: readonly File[]): string | null {
  if (count > MOST_SCENES) return t`At most ${MOST_SCENES} scenes become one video; the others were left out.`;
  return left ? t`“${left.name}” is a recording, and every scene has one. Add a video or an image for it first.` : null;
}
