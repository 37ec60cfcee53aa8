import { STYLE_PRESETS } from '#core/style/presets.ts';
import { OwnColourField } from '../parts/colour-field.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { FontField } from './font-field.tsx';
import { HookPlacementPicker } from './hook-placement-picker.tsx';

/** Where the text hook stands, in which colour and font. */
export function HookLook() {
  const { history } = useEditor();
  const colour = useProject((project) => project.hookColour);
  const font = useProject((project) => project.hookFont);
  const usual = useProject((project) => STYLE_PRESETS[project.style.preset].hook.fill);
  return (
    <>
      <HookPlacementPicker />
      <div className="mt-4 flex flex-col gap-4">
        <OwnColourField
          label={t`Text colour`}
          colour={colour}
          usual={usual}
          usualWords={t`As the style has it`}
          undo="project"
          onPick={(hookColour) => history.edit((project) => ({ ...project, hookColour }), 'hookColour')}
        />
        <FontField font={font} onPick={(hookFont) => history.edit((project) => ({ ...project, hookFont }))} />
      </div>
    </>
  );
}
