import { FRAME_PRESETS } from '#core/project/look.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { FRAME_NAMES } from './names.ts';
import { OverlayPicker } from './overlay-picker.tsx';
import { FrameSwatch } from './swatch.tsx';

/** The border around the video. */
export function FramePicker() {
  const { history } = useEditor();
  const frame = useProject((project) => project.frame);
  return (
    <OverlayPicker
      label="Frame"
      names={FRAME_NAMES}
      presets={FRAME_PRESETS}
      chosen={frame}
      onChoose={(chosen) => history.edit((project) => ({ ...project, frame: chosen }))}
      swatch={(choice) => <FrameSwatch frame={choice} />}
      purpose="frame"
      upload={['Your PNG', 'Replace PNG']}
    />
  );
}
