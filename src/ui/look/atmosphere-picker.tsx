import { ATMOSPHERE_PRESETS } from '#core/project/look.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { ATMOSPHERE_NAMES } from './names.ts';
import { OverlayPicker } from './overlay-picker.tsx';
import { AtmosphereSwatch } from './swatch.tsx';

/** What moves behind the photos. */
export function AtmospherePicker() {
  const { history } = useEditor();
  const atmosphere = useProject((project) => project.atmosphere);
  return (
    <OverlayPicker
      label={t`Atmosphere`}
      names={ATMOSPHERE_NAMES}
      presets={ATMOSPHERE_PRESETS}
      chosen={atmosphere}
      onChoose={(chosen) => history.edit((project) => ({ ...project, atmosphere: chosen }))}
      swatch={(choice) => <AtmosphereSwatch atmosphere={choice} />}
      purpose="atmosphere"
      upload={[t`Your clip`, t`Replace clip`]}
    />
  );
}
