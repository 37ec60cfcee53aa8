import { FRAME_PRESETS } from '#core/project/look.ts';
import { OwnColourField } from '../parts/colour-field.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { METAL_COLOURS } from './frame-border.tsx';
import { FRAME_NAMES } from './names.ts';
import { OverlayPicker } from './overlay-picker.tsx';
import { FrameSwatch } from './swatch.tsx';

/** The border around the video. */
export function FramePicker() {
  const { history } = useEditor();
  const frame = useProject((project) => project.frame);
  const colour = useProject((project) => project.frameColour);
  return (
    <>
      <OverlayPicker
        label={t`Frame`}
        names={FRAME_NAMES}
        presets={FRAME_PRESETS}
        chosen={frame}
        onChoose={(chosen) => history.edit((project) => ({ ...project, frame: chosen }))}
        swatch={(choice) => <FrameSwatch frame={choice} colour={colour} />}
        purpose="frame"
        upload={[t`Your PNG`, t`Replace PNG`]}
      />
      {frame.kind === 'preset' && (
        <div className="mt-4">
          <OwnColourField
            label={t`Frame colour`}
            colour={colour}
            usual={METAL_COLOURS[frame.preset]}
            usualWords={t`Its own metal`}
            undo="project"
            onPick={(frameColour) => history.edit((project) => ({ ...project, frameColour }), 'frameColour')}
          />
        </div>
      )}
    </>
  );
}
