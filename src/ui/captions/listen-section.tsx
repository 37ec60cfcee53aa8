import { AudioLines } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { CUE_LENGTHS } from '#app/captions/hear-captions.ts';
import type { SpeechModelOffer } from '#app/studio/speech.ts';
import { captionableSounds, isSilenced } from '#core/plan/plan-captions.ts';
import { cuesOfTrack } from '#core/project/captions.ts';
import { assetsOfProject } from '#core/project/project.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Fold } from '../parts/fold.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Toggle } from '../parts/toggle.tsx';
import type { CaptionedSound, CaptioningChoice, CaptioningOutcome, CaptioningRun } from '../state/captioning.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { formatBytes } from '../view/format.ts';
import { t, translate } from '../words/words.ts';
import { spokenLanguages } from './languages.ts';
import { ModelField } from './model-field.tsx';
import { useSpeechModels } from './use-speech-models.ts';

/** Lets the machine write down what is said in the video's music or clips. */
export function ListenSection() {
  const { captioning } = useEditor();
  const run = useStore(captioning.state, (state) => state.run);
  const outcome = useStore(captioning.state, (state) => state.outcome);
  const sounds = useSounds();
  if (run) return <Running run={run} onCancel={captioning.cancel} />;
  return (
    <div className="flex flex-col gap-3">
      {outcome && <Outcome outcome={outcome} onDismiss={captioning.dismiss} />}
      {sounds?.length === 0 && (
        <Notice severity="info">
          {t`Nothing here speaks yet: add a voice-over as music, or a clip whose sound is kept. Captions can be typed and imported without it.`}
        </Notice>
      )}
      {sounds === undefined && <div className="skeleton h-24 rounded-control" />}
      {sounds && sounds.length > 0 && <Form sounds={sounds} />}
    </div>
  );
}

/** The sounds that may be listened to; undefined while they are looked up. */
function useSounds(): readonly CaptionedSound[] | undefined {
  const { studio } = useEditor();
  const project = useProject((whole) => whole);
  const ids = assetsOfProject(project);
  const assets = useStored(() => studio.assets.lookup(ids), [studio, ids.join()]);
  return (
    assets &&
    captionableSounds(project, assets).flatMap((assetId) => {
      const asset = assets.get(assetId);
      return asset ? [{ assetId, name: asset.name }] : [];
    })
  );
}

function Running({ run, onCancel }: { run: CaptioningRun; onCancel: () => void }) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that began it is gone.
    if (document.activeElement === document.body) cancel.current?.focus();
  }, []);
  const doing = run.stage === 'loading' ? t`Loading the speech model` : t`Listening to ${run.sound.name}`;
  return (
    <section aria-label={t`Writing captions`} className="flex flex-col gap-2 rounded-control border border-line p-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="mb-1 flex justify-between gap-2 text-small text-text-muted">
            <span className="truncate">{doing}</span>
            <span className="tabular-nums">{Math.floor(run.fraction * 100)} %</span>
          </p>
          <ProgressBar label={doing} percent={run.fraction * 100} />
        </div>
        <Button ref={cancel} size="small" tone="bare" onClick={onCancel}>
          {t`Cancel`}
        </Button>
      </div>
      <p dir="auto" className="min-h-10 text-small break-words">
        <span className="sr-only">{t`Heard so far:`} </span>
        {run.text}
      </p>
    </section>
  );
}

function Outcome({ outcome, onDismiss }: { outcome: CaptioningOutcome; onDismiss: () => void }) {
  return (
    <div role="alert">
      <Notice severity={outcome.kind === 'failed' ? 'error' : 'info'} onDismiss={onDismiss}>
        {outcome.kind === 'failed' ? translate(outcome.error.message) : t`Nothing is said in ${outcome.sound.name}.`}
      </Notice>
    </div>
  );
}

function Form({ sounds }: { sounds: readonly CaptionedSound[] }) {
  const { captioning } = useEditor();
  const choice = useStore(captioning.state, (state) => state.choice);
  const models = useSpeechModels(choice);
  const sound = sounds.find(({ assetId }) => assetId === choice.sound) ?? sounds[0];
  const known = useProject(({ captions }) => cuesOfTrack(captions, sound?.assetId ?? null).length);
  const comesBack = useProject((project) => sound !== undefined && isSilenced(project, sound.assetId));
  const { chosen, offer, consent } = models;
  if (!sound) return null;
  const start = () => {
    if (chosen === null) return;
    if (offer?.languages === 'english') captioning.choose({ language: null, translate: false });
    void captioning.start(sound, chosen);
  };
  return (
    <>
      {sounds.length > 1 ? (
        <SelectField
          label={t`Sound`}
          value={sound.assetId}
          options={sounds.map(({ assetId, name }) => ({ value: assetId, text: name }))}
          onChange={(wanted) => captioning.choose({ sound: wanted })}
        />
      ) : (
        <p className="truncate text-small text-text-muted" title={sound.name}>
          {t`Sound:`} <span className="text-text">{sound.name}</span>
        </p>
      )}
      <ModelField models={models} onChoose={captioning.choose} />
      <Options choice={choice} offer={offer} />
      <Button aria-disabled={chosen === null} onClick={start}>
        <AudioLines aria-hidden className="size-4" />
        {known > 0 ? t`Write captions again` : t`Write captions`}
      </Button>
      <p className="text-small text-text-muted">
        {chosen === null && !consent && t`Writing needs a speech model. `}
        {offer && !offer.elsewhere && t`Loads ${loadWords(offer)} once. `}
        {comesBack && t`Its sound will be heard again, with the music. `}
        {known > 0 &&
          `${known === 1 ? t`Replaces the caption of this sound.` : t`Replaces the ${known} captions of this sound.`} `}
        {t`Your media stays on this device.`}
      </p>
    </>
  );
}

function loadWords({ bytes, gpuBytes }: SpeechModelOffer): string {
  const plain = formatBytes(bytes);
  return gpuBytes === null ? plain : t`${plain}, or ${formatBytes(gpuBytes)} where a graphics card computes,`;
}

const LENGTHS = { words: t`A few words`, lines: t`Whole lines` } as const;

function Options({ choice, offer }: { choice: CaptioningChoice; offer: SpeechModelOffer | null }) {
  const { captioning } = useEditor();
  const languages = [
    { value: '', text: t`As it is heard` },
    ...spokenLanguages().map(({ code, name }) => ({ value: code, text: name })),
  ];
  return (
    <Fold title={t`Language and length`}>
      <div className="flex flex-col gap-3">
        {offer?.languages !== 'english' && (
          <>
            <SelectField
              label={t`Spoken language`}
              value={choice.language ?? ''}
              options={languages}
              onChange={(code) => captioning.choose({ language: code === '' ? null : code })}
            />
            <Toggle
              label={t`Translate to English`}
              checked={choice.translate}
              onChange={(translate) => captioning.choose({ translate })}
            />
          </>
        )}
        <ChoiceGroup
          label={t`Length of a caption`}
          value={choice.length}
          values={CUE_LENGTHS}
          onChange={(length) => captioning.choose({ length })}
          className={SEGMENT_ROW}
        >
          {CUE_LENGTHS.map((length) => (
            <ChoiceSegment key={length} value={length}>
              {LENGTHS[length]}
            </ChoiceSegment>
          ))}
        </ChoiceGroup>
      </div>
    </Fold>
  );
}
