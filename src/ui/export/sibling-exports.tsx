import type { RenderJob } from '#core/job/job.ts';
import { PLATFORM_PRESETS } from '#core/platform/platforms.ts';
import { ChoiceGroup, ChoiceRow } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { useEditor } from '../state/editor.tsx';
import { useJobs } from '../state/exports.ts';
import { t, translate } from '../words/words.ts';
import { stepWords } from './words.ts';

/** The videos that were asked for together: which of them the sheet shows. */
export function SiblingExports({ job }: { job: RenderJob }) {
  const { view } = useEditor();
  const siblings = (useJobs() ?? []).filter(
    ({ projectId, createdAt }) => projectId === job.projectId && createdAt === job.createdAt,
  );
  if (siblings.length < 2) return null;
  return (
    <Field title={t`${siblings.length} videos`}>
      <ChoiceGroup
        label={t`Videos of this export`}
        value={job.id}
        values={siblings.map(({ id }) => id)}
        onChange={(id) => view.setState({ shownExport: id })}
        className="flex flex-col gap-2"
      >
        {siblings.map((sibling) => (
          <ChoiceRow key={sibling.id} value={sibling.id} name={platformNames(sibling)}>
            {sibling.project.format}, {stepWords(sibling).toLowerCase()}
            {sibling.status === 'processing' && `, ${Math.floor(sibling.progress)} %`}
          </ChoiceRow>
        ))}
      </ChoiceGroup>
    </Field>
  );
}

function platformNames({ platforms }: RenderJob): string {
  return platforms.map((platform) => translate(PLATFORM_PRESETS[platform].label)).join(', ');
}
