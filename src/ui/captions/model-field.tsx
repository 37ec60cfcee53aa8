import { FileArchive, FolderOpen } from 'lucide-react';
import { type InputHTMLAttributes, useRef, useState } from 'react';
import { modelOfFiles } from '#app/speech/model-of-files.ts';
import type { SpeechModelOffer } from '#app/studio/speech.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { announce } from '../state/announcements.ts';
import type { ModelChoice } from '../state/captioning.ts';
import { formatBytes } from '../view/format.ts';
import { t, translate } from '../words/words.ts';
import type { SpeechModels } from './use-speech-models.ts';

/** Stands for the model from disk among the names of the others, which never have a space. */
const BROUGHT = t`from disk`;
/** Chromium, Firefox and Safari know it; React's types do not. */
const FOLDER = { webkitdirectory: '' } as InputHTMLAttributes<HTMLInputElement>;

interface ModelFieldProps {
  readonly models: SpeechModels;
  readonly onChoose: (change: Partial<ModelChoice>) => void;
}

/** Which model listens: one of the app's own, or one from the person's disk. */
export function ModelField({ models, onChoose }: ModelFieldProps) {
  const { offers, error, brought, offer, consent, chosen } = models;
  const folder = useRef<HTMLInputElement>(null);
  const archive = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<StudioError | null>(null);
  const bring = async (files: readonly File[]) => {
    if (files.length === 0) return;
    try {
      const fromDisk = await modelOfFiles(files);
      onChoose({ brought: fromDisk, model: null });
      setRefusal(null);
      announce(t`Speech model ${fromDisk.name}, ${formatBytes(fromDisk.bytes)}`);
    } catch (thrown) {
      setRefusal(toStudioError(thrown));
    }
  };
  const options = [
    ...(brought ? [{ value: BROUGHT, text: t`${brought.name}, ${formatBytes(brought.bytes)}, from this device` }] : []),
    ...(offers ?? []).map(({ name, title, bytes, languages }) => ({
      value: name,
      text: `${title}, ${formatBytes(bytes)}, ${languages === 'english' ? t`English` : t`many languages`}`,
    })),
  ];
  return (
    <div className="flex flex-col gap-2">
      {offers === undefined && <div className="skeleton h-9 rounded-control max-lg:h-11" />}
      {options.length > 0 && (
        <SelectField
          label={t`Speech model`}
          value={offer?.name ?? BROUGHT}
          options={options}
          onChange={(value) => onChoose({ model: value === BROUGHT ? null : value })}
        />
      )}
      {offer?.elsewhere && consent && (
        <Consent
          offer={offer}
          host={new URL(offer.elsewhere.address).host}
          given={consent.given}
          onChange={(given) => onChoose({ allowed: given ? offer.name : null })}
        />
      )}
      {error && <Notice severity="warning">{translate(error.message)}</Notice>}
      {error && (
        <Button size="small" onClick={models.retry}>
          {t`Try again`}
        </Button>
      )}
      {offers !== undefined && !error && chosen === null && consent === null && (
        <Notice severity="info">
          {t`No speech model is here yet. Choose a folder or ZIP archive with a Whisper model for transformers.js. Captions can be typed and imported without one.`}
        </Notice>
      )}
      <div className="grid grid-cols-2 gap-2">
        <Button size="small" onClick={() => folder.current?.click()}>
          <FolderOpen aria-hidden className="size-4" />
          {t`Model folder`}
        </Button>
        <Button size="small" onClick={() => archive.current?.click()}>
          <FileArchive aria-hidden className="size-4" />
          {t`Model ZIP`}
        </Button>
      </div>
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={t`Folder of a speech model`}
        {...FOLDER}
        onChange={(event) => {
          void bring([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <input
        ref={archive}
        type="file"
        hidden
        aria-label={t`ZIP archive of a speech model`}
        accept=".zip,application/zip"
        onChange={(event) => {
          void bring([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {refusal && (
        <Notice severity="error" onDismiss={() => setRefusal(null)}>
          {translate(refusal.message)}
        </Notice>
      )}
    </div>
  );
}

interface ConsentProps {
  readonly offer: SpeechModelOffer;
  readonly host: string;
  readonly given: boolean;
  readonly onChange: (given: boolean) => void;
}

/** Nothing is asked of another host before the person knows of it. */
function Consent({ offer, host, given, onChange }: ConsentProps) {
  return (
    <div className="flex flex-col gap-2 rounded-control border border-line p-3">
      <p className="text-small text-text-muted">
        {t`${offer.title} lies on ${host}: ${formatBytes(offer.bytes)}, loaded once, checked, and kept on this device. That host learns that you ask for it; your media stays here.`}
      </p>
      <Toggle label={t`Load it from ${host}`} checked={given} onChange={onChange} />
    </div>
  );
}
