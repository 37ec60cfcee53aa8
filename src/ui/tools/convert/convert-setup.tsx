import { useStore } from 'zustand';
import { CONVERSION_TARGETS, type ConversionTarget, type ConvertibleFile } from '#core/convert/conversion.ts';
import { estimateBytes } from '#core/convert/estimate.ts';
import { refuseConversion } from '#core/convert/refuse.ts';
import { AUDIO } from '#core/render/settings.ts';
import { ChoiceGroup, ChoiceRow } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { formatBytes, formatSeconds, formatTrackLength } from '../../view/format.ts';
import { t, translate } from '../../words/words.ts';
import { FileChoice } from '../file-choice.tsx';
import { StartButton } from '../start-button.tsx';
import { AnimationFields } from './animation-fields.tsx';
import { type ConvertTool, type ConvertToolState, conversionOf } from './convert-tool.ts';
import { SizeField } from './size-field.tsx';

const TARGET_WORDS: Readonly<Record<ConversionTarget, { readonly name: string; readonly use: string }>> = {
  mp4: { name: 'MP4', use: t`H.264 and AAC: plays everywhere, and starts while it loads.` },
  webm: { name: t`WebM`, use: t`VP9 and Opus: smaller, for web pages.` },
  gif: { name: 'GIF', use: t`A part without sound, for messages and mail.` },
  webp: { name: t`Animated WebP`, use: t`As a GIF, with all colours and smaller.` },
  mp3: { name: 'MP3', use: t`The sound alone, to listen to.` },
  wav: { name: 'WAV', use: t`The sound alone, with nothing left out.` },
};

/** What becomes what. */
export function ConvertSetup({ tool }: { tool: ConvertTool }) {
  const state = useStore(tool.state);
  const { media, described, refusal, to } = state;
  return (
    <div className="flex flex-col gap-6">
      <Field level={2} title={t`File`}>
        <FileChoice
          label={t`Choose a video or a sound`}
          accept="video/*,audio/*,.mkv,.ts,.mts,.flac,.opus"
          chosen={media?.name ?? null}
          onChoose={([file]) => file && void tool.choose({ name: file.name, given: file })}
        />
        {media && !refusal && (
          <p className="text-small text-text-muted">{described ? factsInWords(described) : t`Reading the file`}</p>
        )}
      </Field>
      {refusal && (
        <div role="alert">
          <Notice severity="error">{translate(refusal.message)}</Notice>
        </div>
      )}
      <Field level={2} title={t`Convert to`}>
        <ChoiceGroup
          label={t`Convert to`}
          value={to}
          values={CONVERSION_TARGETS}
          onChange={(chosen) => tool.set({ to: chosen })}
          className="grid grid-cols-1 gap-2 sm:grid-cols-2"
        >
          {CONVERSION_TARGETS.map((target) => (
            <ChoiceRow key={target} value={target} name={TARGET_WORDS[target].name}>
              {TARGET_WORDS[target].use}
            </ChoiceRow>
          ))}
        </ChoiceGroup>
      </Field>
      {(to === 'mp4' || to === 'webm') && (
        <SizeField
          size={state.size}
          shown={described?.pictures?.size ?? null}
          onChange={(size) => tool.set({ size })}
        />
      )}
      {(to === 'gif' || to === 'webp') && (
        <AnimationFields
          choice={state.animation}
          pictures={described?.pictures ?? null}
          onChange={(change) => tool.setAnimation(change)}
        />
      )}
      <Expected state={state} />
      <StartButton label={t`Convert`} missing={missingWords(state)} onStart={() => void tool.start()} />
    </div>
  );
}

/** About how large it will be. */
function Expected({ state }: { state: ConvertToolState }) {
  if (!state.described || missingWords(state) !== null) return null;
  const bytes = estimateBytes(state.described, conversionOf(state), AUDIO.bitRate);
  return (
    <p className="text-small text-text-muted">{t`About ${formatBytes(bytes)}, from what the file says of itself.`}</p>
  );
}

function missingWords(state: ConvertToolState): string | null {
  const { media, described, refusal } = state;
  if (!media) return t`Choose a file first.`;
  if (refusal) return t`Choose another file.`;
  if (!described) return t`The file is being read.`;
  const refused = refuseConversion(media.name, described, conversionOf(state));
  return refused && translate(refused.message);
}

/** Such as `1920 × 1080 pixels, 30 frames/s, 2:45, with sound`. */
function factsInWords({ durationSeconds, pictures, sound }: ConvertibleFile): string {
  const length = durationSeconds < 60 ? formatSeconds(durationSeconds) : formatTrackLength(durationSeconds);
  if (!pictures) return t`Sound, ${length}`;
  const { size, frameRate } = pictures;
  const rate = t`${Number(frameRate.toFixed(2))} frames/s`;
  return [t`${size.width} × ${size.height} pixels`, rate, length, sound ? t`with sound` : t`without sound`].join(', ');
}
