import { QUALITY_MODES, referenceSize, VIDEO_FORMATS, type VideoFormat } from '#core/render/settings.ts';
import { ChoiceGroup, ChoiceRow, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { LengthField } from './length-field.tsx';
import { QUALITY_NAMES, QUALITY_WORDS } from './names.ts';

/** Shape, length and quality of the video. */
export function FormatSection() {
  return (
    <div className="flex flex-col gap-5">
      <FormatPicker />
      <LengthField />
      <QualityPicker />
    </div>
  );
}

export function FormatPicker() {
  const { history } = useEditor();
  const format = useProject((project) => project.format);
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-small text-text-muted">{t`Format`}</h3>
      <FormatChoice value={format} onChange={(chosen) => history.edit((project) => ({ ...project, format: chosen }))} />
    </div>
  );
}

/** Shapes of video, one of them chosen. */
export function FormatChoice({ value, onChange }: { value: VideoFormat; onChange: (format: VideoFormat) => void }) {
  return (
    <ChoiceGroup label={t`Format`} value={value} values={VIDEO_FORMATS} onChange={onChange} className={SEGMENT_ROW}>
      {VIDEO_FORMATS.map((choice) => (
        <ChoiceSegment key={choice} value={choice}>
          <Shape format={choice} />
          {choice}
        </ChoiceSegment>
      ))}
    </ChoiceGroup>
  );
}

/** The outline of a format, 14 px on its longer side. */
function Shape({ format }: { format: VideoFormat }) {
  const { width, height } = referenceSize(format);
  const scale = 14 / Math.max(width, height);
  return (
    <span
      aria-hidden
      className="shrink-0 rounded-[2px] border border-current"
      style={{ width: width * scale, height: height * scale }}
    />
  );
}

export function QualityPicker() {
  const { history } = useEditor();
  const quality = useProject((project) => project.quality);
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-small text-text-muted">{t`Quality`}</h3>
      <ChoiceGroup
        label={t`Quality`}
        value={quality}
        values={QUALITY_MODES}
        onChange={(chosen) => history.edit((project) => ({ ...project, quality: chosen }))}
        className="flex flex-col gap-2"
      >
        {QUALITY_MODES.map((mode) => (
          <ChoiceRow key={mode} value={mode} name={QUALITY_NAMES[mode]}>
            {QUALITY_WORDS[mode]}
          </ChoiceRow>
        ))}
      </ChoiceGroup>
    </div>
  );
}
