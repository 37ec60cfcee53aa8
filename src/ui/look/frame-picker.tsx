import { FRAME_PRESETS, type FrameChoice, type FramePreset } from '#core/project/look.ts';
import { usePickFiles } from '../media/file-picking.tsx';
import { ChoiceCard, ChoiceGroup } from '../parts/choice.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { FRAME_NAMES } from './names.ts';
import { AssetSwatch, FrameSwatch } from './swatch.tsx';
import { UploadCard } from './upload-card.tsx';

type Choice = FramePreset | 'none' | 'custom';
const BUILT_IN: readonly (FramePreset | 'none')[] = [...FRAME_PRESETS, 'none'];
const ALL: readonly Choice[] = [...BUILT_IN, 'custom'];

/** The border around the video. */
export function FramePicker() {
  const { history } = useEditor();
  const pickFiles = usePickFiles();
  const frame = useProject((project) => project.frame);
  const choose = (choice: Choice) => {
    const chosen = frameOf(choice);
    if (chosen) history.edit((project) => ({ ...project, frame: chosen }));
  };
  return (
    <div className="grid grid-cols-4 gap-3">
      <ChoiceGroup
        label="Frame"
        value={frame.kind === 'preset' ? frame.preset : frame.kind}
        values={ALL}
        onChange={choose}
        className="contents"
      >
        {BUILT_IN.map((choice) => (
          <ChoiceCard key={choice} value={choice} name={choice === 'none' ? 'None' : FRAME_NAMES[choice]}>
            <FrameSwatch frame={choice} />
          </ChoiceCard>
        ))}
        {frame.kind === 'custom' && (
          <ChoiceCard value="custom" name="Yours">
            <AssetSwatch assetId={frame.assetId} />
          </ChoiceCard>
        )}
      </ChoiceGroup>
      <UploadCard name={frame.kind === 'custom' ? 'Replace PNG' : 'Your PNG'} onClick={() => pickFiles('frame')} />
    </div>
  );
}

/** A choice of the list; null for the person's own picture, which is chosen by its file. */
function frameOf(choice: Choice): FrameChoice | null {
  if (choice === 'custom') return null;
  return choice === 'none' ? { kind: 'none' } : { kind: 'preset', preset: choice };
}
