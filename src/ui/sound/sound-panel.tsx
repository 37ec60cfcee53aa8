import { DUCKING_MODES, type SoundMix } from '#core/project/project.ts';
import { MusicRow } from '../media/music-row.tsx';
import { ChoiceGroup, ChoiceRow } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { GainSlider } from '../parts/gain-slider.tsx';
import { SliderField } from '../parts/slider-field.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { BeatsRow } from './beats-row.tsx';

const DUCKING: Record<SoundMix['ducking'], { readonly name: string; readonly words: string }> = {
  none: { name: t`Mix as they are`, words: t`Music and clips keep their own volume.` },
  'music-under-clips': { name: t`Music makes room`, words: t`It gets quieter while a clip is heard.` },
  'clips-under-music': { name: t`Clips stay behind`, words: t`They are quieter for as long as there is music.` },
};

/** The most that one sound can be lowered under another, in decibels. */
const DEEPEST_DUCK_DB = 30;

/** Music, its volume, and how it shares the room with the clips' own sound. */
export function SoundPanel() {
  const { history } = useEditor();
  const music = useProject((project) => project.music);
  const { ducking, duckDb } = useProject((project) => project.sound);
  const setSound = (change: Partial<SoundMix>, burst?: string) =>
    history.edit((project) => ({ ...project, sound: { ...project.sound, ...change } }), burst);
  return (
    <div className="flex flex-col gap-5">
      <MusicRow />
      {music && (
        <>
          <BeatsRow key={music.assetId} music={music} />
          <GainSlider
            label={t`Music volume`}
            gainDb={music.gainDb}
            onChange={(gainDb) =>
              history.edit(
                (project) => ({ ...project, music: project.music && { ...project.music, gainDb } }),
                'music gain',
              )
            }
          />
          <Field title={t`Music and the clips' own sound`}>
            <ChoiceGroup
              label={t`Music and the clips' own sound`}
              value={ducking}
              values={DUCKING_MODES}
              onChange={(mode) => setSound({ ducking: mode })}
              className="flex flex-col gap-2"
            >
              {DUCKING_MODES.map((mode) => (
                <ChoiceRow key={mode} value={mode} name={DUCKING[mode].name}>
                  {DUCKING[mode].words}
                </ChoiceRow>
              ))}
            </ChoiceGroup>
          </Field>
          {ducking !== 'none' && (
            <SliderField
              label={t`Quieter by`}
              value={duckDb}
              min={0}
              max={DEEPEST_DUCK_DB}
              step={1}
              text={t`${duckDb} dB`}
              onChange={(depth) => setSound({ duckDb: depth }, 'duck depth')}
            />
          )}
        </>
      )}
    </div>
  );
}
