import { useId } from 'react';
import {
  CAPTION_LOOK_NAMES,
  CAPTION_LOOKS,
  type CaptionAnimation,
  type CaptionLook as Look,
} from '#core/captions/looks.ts';
import type { Anchor } from '#core/captions/transcript.ts';
import {
  CAPTION_FONT_PIXELS,
  CAPTION_STROKE_PIXELS,
  type CaptionLookChanges,
  captionLookOf,
} from '#core/project/captions.ts';
import { changeCaptionLook, chooseCaptionLook } from '#core/project/edit-captions.ts';
import { ChoiceCard, ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { SliderField } from '../parts/slider-field.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { useThumbnail } from '../state/media.ts';
import { t } from '../words/words.ts';
import { CAPTION_LOOK_LABELS, LookSwatch } from './look-swatch.tsx';

const FAMILIES: Record<Look['family'], string> = { sans: t`Sans`, serif: t`Serif` };
const PLACES: Record<'top' | 'middle' | 'bottom', { readonly name: string; readonly anchor: Anchor }> = {
  top: { name: t`Top`, anchor: 8 },
  middle: { name: t`Middle`, anchor: 5 },
  bottom: { name: t`Bottom`, anchor: 2 },
};
const PLACE_NAMES = ['top', 'middle', 'bottom'] as const;
const ANIMATIONS: Record<CaptionAnimation, string> = {
  none: t`None`,
  highlight: t`Highlight the spoken word`,
  pop: t`Word by word`,
  typewriter: t`Letter by letter`,
  fade: t`Fade in and out`,
};
const ANIMATION_NAMES = Object.keys(ANIMATIONS) as CaptionAnimation[];

/** How captions look: one of six, and what may be changed of it. */
export function CaptionLook() {
  const { history } = useEditor();
  const choice = useProject(({ captions }) => captions.look);
  const picture = useThumbnail(useProject((project) => project.items[0]?.assetId));
  return (
    <div className="flex flex-col gap-5">
      <ChoiceGroup
        label={t`Look of captions`}
        value={choice.preset}
        values={CAPTION_LOOK_NAMES}
        onChange={(preset) => history.edit((project) => chooseCaptionLook(project, preset))}
        className="grid grid-cols-3 gap-3"
      >
        {CAPTION_LOOK_NAMES.map((name) => (
          <ChoiceCard key={name} value={name} name={CAPTION_LOOK_LABELS[name]}>
            <LookSwatch look={CAPTION_LOOKS[name]} picture={picture} />
          </ChoiceCard>
        ))}
      </ChoiceGroup>
      <LookChanges look={captionLookOf(choice)} />
    </div>
  );
}

function LookChanges({ look }: { look: Look }) {
  const { history } = useEditor();
  const change = (changes: CaptionLookChanges) =>
    history.edit((project) => changeCaptionLook(project, changes), `caption ${Object.keys(changes).join()}`);
  // A place beside the middle, which a file may ask for, is shown as its row.
  const place = look.anchor >= 7 ? 'top' : look.anchor >= 4 ? 'middle' : 'bottom';
  return (
    <>
      <Field title={t`Place`}>
        <ChoiceGroup
          label={t`Place`}
          value={place}
          values={PLACE_NAMES}
          onChange={(name) => change({ anchor: PLACES[name].anchor })}
          className={SEGMENT_ROW}
        >
          {PLACE_NAMES.map((name) => (
            <ChoiceSegment key={name} value={name}>
              {PLACES[name].name}
            </ChoiceSegment>
          ))}
        </ChoiceGroup>
      </Field>
      <Field title={t`Font`}>
        <ChoiceGroup
          label={t`Font`}
          value={look.family}
          values={['sans', 'serif']}
          onChange={(family) => change({ family })}
          className={SEGMENT_ROW}
        >
          <ChoiceSegment value="sans">{FAMILIES.sans}</ChoiceSegment>
          <ChoiceSegment value="serif">
            <span className="font-display">{FAMILIES.serif}</span>
          </ChoiceSegment>
        </ChoiceGroup>
      </Field>
      <SliderField
        label={t`Size`}
        value={look.fontPixels}
        min={CAPTION_FONT_PIXELS.smallest}
        max={CAPTION_FONT_PIXELS.largest}
        step={2}
        text={t`${look.fontPixels} px`}
        onChange={(fontPixels) => change({ fontPixels })}
      />
      <div className="grid grid-cols-3 gap-3">
        <ColourField label={t`Text`} value={look.fill} onChange={(fill) => change({ fill })} />
        <ColourField label={t`Outline`} value={look.stroke} onChange={(stroke) => change({ stroke })} />
        {look.animation === 'highlight' && (
          <ColourField label={t`Spoken word`} value={look.accent} onChange={(accent) => change({ accent })} />
        )}
      </div>
      <SliderField
        label={t`Outline width`}
        value={look.strokePixels}
        min={CAPTION_STROKE_PIXELS.thinnest}
        max={CAPTION_STROKE_PIXELS.thickest}
        step={1}
        text={t`${look.strokePixels} px`}
        onChange={(strokePixels) => change({ strokePixels })}
      />
      <SelectField
        label={t`Animation`}
        value={look.animation}
        options={ANIMATION_NAMES.map((name) => ({ value: name, text: ANIMATIONS[name] }))}
        onChange={(value) => {
          const animation = ANIMATION_NAMES.find((name) => name === value);
          if (animation) change({ animation });
        }}
      />
      <Toggle label={t`Capital letters`} checked={look.uppercase} onChange={(uppercase) => change({ uppercase })} />
    </>
  );
}

function ColourField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small text-text-muted">
        {label}
      </label>
      <input
        id={id}
        type="color"
        data-undo="project"
        value={value.toLowerCase()}
        onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
        className="h-9 w-full cursor-pointer rounded-control border border-line-strong bg-surface-2 p-1 max-lg:h-11"
      />
    </div>
  );
}
