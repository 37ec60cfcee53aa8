import type { VideoFacts } from '#core/media/asset.ts';
import { type ItemPlayback, isMuted, type MediaItem, PLAYBACK_MODES } from '#core/project/project.ts';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { GainSlider } from '../parts/gain-slider.tsx';
import { useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { TrimScrubber } from './trim-scrubber.tsx';
import { useChangeItem } from './use-change-item.ts';

const MODE_NAMES: Record<ItemPlayback['mode'], string> = { trim: t`Trim`, speed: t`Fit speed`, loop: t`Loop` };
const MODE_WORDS: Record<ItemPlayback['mode'], string> = {
  trim: t`Shows a part at its own speed.`,
  speed: t`Slows down or speeds up to fill its time.`,
  loop: t`Starts over when it ends.`,
};
const SOUNDS = ['auto', 'kept', 'muted'] as const;

/** What of a clip plays, how fast, and whether it is heard. */
export function ClipSection({ item, facts }: { item: MediaItem; facts: VideoFacts }) {
  const change = useChangeItem(item.id);
  const { playback } = item;
  return (
    <>
      <Field title={t`Playback`}>
        <ChoiceGroup
          label={t`Playback`}
          value={playback.mode}
          values={PLAYBACK_MODES}
          onChange={(mode) => change({ playback: { ...playback, mode } })}
          className={SEGMENT_ROW}
        >
          {PLAYBACK_MODES.map((mode) => (
            <ChoiceSegment key={mode} value={mode}>
              {MODE_NAMES[mode]}
            </ChoiceSegment>
          ))}
        </ChoiceGroup>
        <p className="text-small text-text-muted">{MODE_WORDS[playback.mode]}</p>
        <TrimScrubber item={item} durationSeconds={facts.durationSeconds} />
      </Field>
      {facts.hasAudio ? (
        <ClipSound item={item} />
      ) : (
        <p className="text-small text-text-muted">{t`This clip has no sound.`}</p>
      )}
    </>
  );
}

function ClipSound({ item }: { item: MediaItem }) {
  const change = useChangeItem(item.id);
  const { muted, gainDb } = item.sound;
  const heard = useProject((project) => !isMuted(project, item));
  const heardOnAuto = useProject((project) => !isMuted(project, { ...item, sound: { muted: null, gainDb } }));
  return (
    <Field title={t`Clip sound`}>
      <ChoiceGroup
        label={t`Clip sound`}
        value={muted === null ? 'auto' : muted ? 'muted' : 'kept'}
        values={SOUNDS}
        onChange={(sound) => change({ sound: { ...item.sound, muted: sound === 'auto' ? null : sound === 'muted' } })}
        className={SEGMENT_ROW}
      >
        <ChoiceSegment value="auto">{heardOnAuto ? t`Auto, kept` : t`Auto, muted`}</ChoiceSegment>
        <ChoiceSegment value="kept">{t`Keep`}</ChoiceSegment>
        <ChoiceSegment value="muted">{t`Mute`}</ChoiceSegment>
      </ChoiceGroup>
      {heard && (
        <GainSlider
          label={t`Clip volume`}
          gainDb={gainDb}
          onChange={(gain) => change({ sound: { ...item.sound, gainDb: gain } }, 'gain')}
        />
      )}
    </Field>
  );
}
