import { HOOK_PLACEMENTS } from '#core/project/project.ts';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';

/** Where the text stands: in the frame's banner, or clear of what the apps draw over a video. */
export function HookPlacementPicker() {
  const { history } = useEditor();
  const placement = useProject((project) => project.hookPlacement);
  return (
    <div className="mt-4">
      <Field title={t`Place of the text`}>
        <ChoiceGroup
          label={t`Place of the text`}
          value={placement}
          values={HOOK_PLACEMENTS}
          onChange={(hookPlacement) => history.edit((project) => ({ ...project, hookPlacement }))}
          className={SEGMENT_ROW}
        >
          <ChoiceSegment value="banner">{t`Top banner`}</ChoiceSegment>
          <ChoiceSegment value="safe-area">{t`Clear of apps`}</ChoiceSegment>
        </ChoiceGroup>
      </Field>
    </div>
  );
}
