import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type CaptionSpeaker, LONGEST_SPEAKER_NAME } from '#core/captions/speakers.ts';
import { captionLookOf } from '#core/project/captions.ts';
import { Fold } from '../parts/fold.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useCaptionEdits } from '../state/caption-edits.ts';
import { useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import { useSpeakers } from './use-speakers.ts';

/** Everybody who speaks in the captions: their names and colours. */
export function SpeakersSection() {
  const speakers = useSpeakers();
  if (speakers.length === 0) return null;
  return (
    <Fold title={speakers.length === 1 ? t`1 speaker` : t`${speakers.length} speakers`}>
      <ul aria-label={t`Speakers`} className="flex flex-col gap-2 pt-1">
        {speakers.map((speaker, place) => (
          // A speaker who is renamed keeps their row, and the focus in it.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above.
          <SpeakerRow key={place} speaker={speaker} />
        ))}
      </ul>
    </Fold>
  );
}

function SpeakerRow({ speaker: { name, fill } }: { speaker: CaptionSpeaker }) {
  const edits = useCaptionEdits();
  const usual = useProject(({ captions }) => captionLookOf(captions.look).fill);
  const [draft, setDraft] = useState<string | null>(null);
  const rename = () => {
    if (draft !== null && draft !== name) edits.renameSpeaker(name, draft);
    setDraft(null);
  };
  return (
    <li className="flex items-center gap-2">
      <input
        type="color"
        data-undo="project"
        aria-label={t`Colour of ${name}`}
        value={(fill ?? usual).toLowerCase()}
        onChange={(event) => edits.colourSpeaker(name, event.currentTarget.value.toUpperCase())}
        className="h-9 w-11 shrink-0 cursor-pointer rounded-control border border-line-strong bg-surface-2 p-1 max-lg:h-11"
      />
      <input
        type="text"
        dir="auto"
        aria-label={t`Name of ${name}`}
        maxLength={LONGEST_SPEAKER_NAME}
        value={draft ?? name}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') rename();
          if (event.key === 'Escape' && draft !== null) {
            // The draft goes, the panel stays.
            event.stopPropagation();
            setDraft(null);
          }
        }}
        className="h-9 min-w-0 flex-1 rounded-control border border-line-strong bg-surface-2 px-2 max-lg:h-11 max-lg:text-large"
      />
      <IconButton label={t`Remove ${name}; their captions stay`} onClick={() => edits.removeSpeaker(name)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
