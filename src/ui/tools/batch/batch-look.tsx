import type { BatchBase } from '#core/batch/batch-row.ts';
import type { Project } from '#core/project/project.ts';
import { QUALITY_MODES } from '#core/render/settings.ts';
import { STYLE_NAMES } from '#core/style/style.ts';
import { FormatChoice } from '../../look/format-section.tsx';
import { QUALITY_NAMES, STYLE_LABELS } from '../../look/names.ts';
import { Field } from '../../parts/field.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { t } from '../../words/words.ts';
import type { BatchTool } from './batch-tool.ts';

/** No id is as short. */
const NO_PROJECT = '';

/** What all videos have in common: a project's whole look, or a style. */
export function BatchLook({
  tool,
  base,
  projects,
}: {
  readonly tool: BatchTool;
  readonly base: BatchBase;
  readonly projects: readonly Project[];
}) {
  const isGone = base.projectId !== null && !projects.some(({ id }) => id === base.projectId);
  return (
    <Field level={2} title={t`The look of all videos`}>
      <div className="grid grid-cols-3 gap-3 max-lg:grid-cols-2">
        <div className={base.projectId === null ? 'max-lg:col-span-2' : 'col-span-2 max-lg:col-span-1'}>
          <SelectField
            label={t`Like`}
            value={base.projectId ?? NO_PROJECT}
            options={[
              { value: NO_PROJECT, text: t`A style` },
              ...projects.map(({ id, name }) => ({ value: id, text: t`Project: ${name}` })),
              ...(isGone && base.projectId !== null
                ? [{ value: base.projectId, text: t`A project that is gone` }]
                : []),
            ]}
            onChange={(id) => tool.setBase({ projectId: id === NO_PROJECT ? null : id })}
          />
        </div>
        {base.projectId === null && (
          <SelectField
            label={t`Style`}
            value={base.style}
            options={STYLE_NAMES.map((value) => ({ value, text: STYLE_LABELS[value] }))}
            onChange={(chosen) => {
              const style = STYLE_NAMES.find((value) => value === chosen);
              if (style) tool.setBase({ style });
            }}
          />
        )}
        <SelectField
          label={t`Quality`}
          value={base.quality}
          options={QUALITY_MODES.map((value) => ({ value, text: QUALITY_NAMES[value] }))}
          onChange={(chosen) => {
            const quality = QUALITY_MODES.find((value) => value === chosen);
            if (quality) tool.setBase({ quality });
          }}
        />
      </div>
      {base.projectId === null && <FormatChoice value={base.format} onChange={(format) => tool.setBase({ format })} />}
      <p className="text-small text-text-muted">
        {base.projectId === null
          ? t`Frame and atmosphere are those of a new video. A row may have a style and a format of its own.`
          : t`What a row leaves empty is as in this project: its photos, music, hook and length.`}
      </p>
    </Field>
  );
}
