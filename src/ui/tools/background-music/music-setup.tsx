import { useStore } from 'zustand';
import { USUAL_DUCK_DB } from '#core/audio/music-plan.ts';
import { Field } from '../../parts/field.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { formatSeconds } from '../../view/format.ts';
import { t } from '../../words/words.ts';
import { FileChoice } from '../file-choice.tsx';
import { GainField } from '../gain-field.tsx';
import { StartButton } from '../start-button.tsx';
import type { MusicTool, MusicToolState } from './music-tool.ts';

/** What gets which music, and how loud. */
export function MusicSetup({ tool }: { tool: MusicTool }) {
  const state = useStore(tool.state);
  const { video, track, levels } = state;
  return (
    <div className="flex flex-col gap-6">
      <Field level={2} title={t`Video`}>
        <FileChoice
          label={t`Choose a video`}
          accept="video/*,.mkv,.ts,.mts"
          chosen={video?.name ?? null}
          onChoose={([file]) => file && tool.chooseVideo(file)}
        />
      </Field>
      <Field level={2} title={t`Music`}>
        <FileChoice
          label={t`Choose a track`}
          accept="audio/*,.flac,.opus"
          chosen={track?.name ?? null}
          onChoose={([file]) => file && tool.chooseTrack(file)}
        />
        <p className="text-small text-text-muted">{t`It starts over, without a click, until the video ends.`}</p>
      </Field>
      <Field level={2} title={t`Loudness`}>
        <GainField
          label={t`Sound of the video`}
          gain={levels.videoGain}
          onChange={(videoGain) => tool.setLevels({ videoGain })}
        />
        <GainField label={t`Music`} gain={levels.musicGain} onChange={(musicGain) => tool.setLevels({ musicGain })} />
        <Toggle
          label={t`Lower the music while something is heard in the video`}
          checked={levels.duckDb > 0}
          onChange={(ducks) => tool.setLevels({ duckDb: ducks ? USUAL_DUCK_DB : 0 })}
        />
        <SliderField
          label={t`Fade out at the end`}
          value={levels.fadeOutSeconds}
          min={0}
          max={10}
          step={0.5}
          text={levels.fadeOutSeconds === 0 ? t`Off` : formatSeconds(levels.fadeOutSeconds)}
          onChange={(fadeOutSeconds) => tool.setLevels({ fadeOutSeconds })}
        />
      </Field>
      <StartButton label={t`Add music`} missing={missingWords(state)} onStart={() => void tool.start()} />
    </div>
  );
}

function missingWords({ video, track }: MusicToolState): string | null {
  if (!video) return t`Choose a video first.`;
  return track ? null : t`Choose the music.`;
}
