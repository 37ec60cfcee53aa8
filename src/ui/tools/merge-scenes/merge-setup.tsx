import { useStore } from 'zustand';
import { TRANSITION_KINDS, type TransitionKind } from '#core/style/transition.ts';
import { FormatChoice } from '../../look/format-section.tsx';
import { useReorder } from '../../media/photo-reorder.ts';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { announce } from '../../state/announcements.ts';
import { t } from '../../words/words.ts';
import { FileChoice } from '../file-choice.tsx';
import { GainField } from '../gain-field.tsx';
import { StartButton } from '../start-button.tsx';
import { type MergeTool, moved } from './merge-tool.ts';
import { SceneRow } from './scene-row.tsx';

const TRANSITION_NAMES: Readonly<Record<TransitionKind | 'cut', string>> = {
  cut: t`Cut`,
  crossfade: t`Crossfade`,
  slide: t`Slide`,
  zoom: t`Zoom`,
  whip: t`Whip`,
  flash: t`Flash`,
  'dip-to-black': t`Dip to black`,
};
const TRANSITIONS = ['cut', ...TRANSITION_KINDS] as const;

/** Which scenes, in which order, and how they come together. */
export function MergeSetup({ tool }: { tool: MergeTool }) {
  const { scenes, format, transition, sceneGain, voiceGain, refusal } = useStore(tool.state);
  return (
    <div className="flex flex-col gap-6">
      <Field level={2} title={scenes.length === 0 ? t`Scenes` : t`Scenes (${scenes.length})`}>
        <SceneRows tool={tool} />
        <FileChoice
          label={scenes.length === 0 ? t`Choose videos and images` : t`Add scenes`}
          accept="video/*,image/*,.mkv,.heic,audio/*"
          multiple
          chosen={null}
          onChoose={(files) => tool.add(files)}
        />
        <p className="text-small text-text-muted">
          {t`A scene lasts as long as its video or its voice-over, whichever is longer: a shorter video holds its last picture. An image without a voice-over lasts 3 s.`}
        </p>
      </Field>
      {refusal !== null && (
        <div role="alert">
          <Notice severity="warning">{refusal}</Notice>
        </div>
      )}
      <Field level={2} title={t`Format`}>
        <FormatChoice value={format} onChange={(chosen) => tool.set({ format: chosen })} />
      </Field>
      <SelectField
        label={t`Between scenes`}
        value={transition}
        options={TRANSITIONS.map((value) => ({ value, text: TRANSITION_NAMES[value] }))}
        onChange={(chosen) => {
          const known = TRANSITIONS.find((value) => value === chosen);
          if (known) tool.set({ transition: known });
        }}
      />
      <Field level={2} title={t`Loudness`}>
        <GainField label={t`Sound of the scenes`} gain={sceneGain} onChange={(gain) => tool.set({ sceneGain: gain })} />
        <GainField label={t`Voice-over`} gain={voiceGain} onChange={(gain) => tool.set({ voiceGain: gain })} />
      </Field>
      <StartButton
        label={t`Merge scenes`}
        missing={scenes.length === 0 ? t`Choose the scenes first.` : null}
        onStart={() => void tool.start()}
      />
    </div>
  );
}

/** Drag, or Alt with arrow keys, to reorder. */
function SceneRows({ tool }: { tool: MergeTool }) {
  const scenes = useStore(tool.state, (state) => state.scenes);
  const move = (id: string, to: number) => {
    if (to < 0 || to >= scenes.length) return;
    tool.move(id, to);
    announce(t`Scene moved to place ${to + 1} of ${scenes.length}`);
  };
  const reorder = useReorder(
    scenes.map(({ id }) => id),
    move,
  );
  if (scenes.length === 0) return null;
  const shown = reorder.drag ? moved(scenes, reorder.drag.id, reorder.drag.over) : scenes;
  return (
    <ul aria-label={t`Scenes`} className="flex flex-col gap-2">
      {shown.map((scene, index) => (
        <SceneRow
          key={scene.id}
          tool={tool}
          scene={scene}
          index={index}
          count={scenes.length}
          lifted={reorder.drag?.id === scene.id}
          onPointerDown={reorder.onPointerDown}
          onMove={move}
        />
      ))}
    </ul>
  );
}
