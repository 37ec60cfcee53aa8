import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CAPTION_LOOK_NAMES } from '#core/captions/looks.ts';
import type { RenderIssue } from '#core/render/render-issue.ts';
import { CAPTION_LOOK_LABELS } from '../../captions/look-swatch.tsx';
import { ModelField } from '../../captions/model-field.tsx';
import { useSpeechModels } from '../../captions/use-speech-models.ts';
import { ChoiceGroup, ChoiceRow, ChoiceSegment, SEGMENT_ROW } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useEditor } from '../../state/editor.tsx';
import { t, translate } from '../../words/words.ts';
import { FileChoice } from '../file-choice.tsx';
import { StartButton } from '../start-button.tsx';
import type { CaptionFile, CaptionOrigin, CaptionTool } from './caption-tool.ts';

/** What is to be captioned, with what, and how. */
export function CaptionSetup({ tool }: { tool: CaptionTool }) {
  const { video, origin, model, captions, place, refusal } = useStore(tool.state);
  const models = useSpeechModels(model);
  const missing = missingWords(video, origin === 'file' ? captions : models.chosen, origin, models.consent !== null);
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
      <Field level={2} title={t`Captions`}>
        <OriginPicker tool={tool} />
        {origin === 'speech' ? (
          <ModelField models={models} onChoose={tool.chooseModel} />
        ) : (
          <FileChoice
            label={t`Choose an SRT, VTT or ASS file`}
            accept=".srt,.vtt,.ass,.ssa"
            chosen={captions?.name ?? null}
            onChoose={([file]) => file && void tool.chooseCaptions(file)}
          />
        )}
      </Field>
      {refusal !== null && (
        <div role="alert">
          <Notice severity="error">{refusal}</Notice>
        </div>
      )}
      {origin === 'file' && captions && <MissingGlyphs captions={captions} />}
      <PlacePicker tool={tool} />
      {place === 'burned' && <LookPicker tool={tool} />}
      <StartButton label={t`Caption video`} missing={missing} onStart={() => void tool.start(models.chosen)} />
    </div>
  );
}

function missingWords(
  video: File | null,
  source: object | string | null,
  origin: CaptionOrigin,
  needsConsent: boolean,
): string | null {
  if (!video) return t`Choose a video first.`;
  if (source !== null) return null;
  if (origin === 'file') return t`Choose the file of captions.`;
  return needsConsent
    ? t`Allow the model to be loaded, or choose another.`
    : t`Choose a model that hears what is said.`;
}

function OriginPicker({ tool }: { tool: CaptionTool }) {
  const origin = useStore(tool.state, (state) => state.origin);
  return (
    <ChoiceGroup
      label={t`Where captions come from`}
      value={origin}
      values={['speech', 'file']}
      onChange={(chosen) => tool.setOrigin(chosen)}
      className={SEGMENT_ROW}
    >
      <ChoiceSegment value="speech">{t`Write what is said`}</ChoiceSegment>
      <ChoiceSegment value="file">{t`From a file`}</ChoiceSegment>
    </ChoiceGroup>
  );
}

function MissingGlyphs({ captions }: { captions: CaptionFile }) {
  const { captioning } = useEditor().studio;
  const [issues, setIssues] = useState<readonly RenderIssue[]>([]);
  useEffect(() => {
    let overtaken = false;
    captioning.check(captions.cues).then(
      (found) => overtaken || setIssues(found),
      // Without the list of what fonts have there is nothing to warn of.
      () => undefined,
    );
    return () => {
      overtaken = true;
    };
  }, [captioning, captions]);
  return issues.map((issue) => (
    <Notice key={issue.code} severity={issue.severity}>
      {translate(issue.message)}
    </Notice>
  ));
}

function PlacePicker({ tool }: { tool: CaptionTool }) {
  const place = useStore(tool.state, (state) => state.place);
  return (
    <Field level={2} title={t`Where they show`}>
      <ChoiceGroup
        label={t`Where captions show`}
        value={place}
        values={['burned', 'track']}
        onChange={(chosen) => tool.setPlace(chosen)}
        className="flex flex-col gap-2"
      >
        <ChoiceRow value="burned" name={t`In the picture`}>
          {t`Everyone sees them, everywhere. Makes an MP4.`}
        </ChoiceRow>
        <ChoiceRow value="track" name={t`As subtitles to turn on and off`}>
          {t`Done in moments: the picture stays as it is. Makes an MKV, whose subtitles mpv, MPC-HC and Kodi show. For other players, save the SRT file beside the video.`}
        </ChoiceRow>
      </ChoiceGroup>
    </Field>
  );
}

function LookPicker({ tool }: { tool: CaptionTool }) {
  const look = useStore(tool.state, (state) => state.look);
  return (
    <Field level={2} title={t`Look`}>
      <ChoiceGroup
        label={t`Look of captions`}
        value={look}
        values={CAPTION_LOOK_NAMES}
        onChange={(chosen) => tool.setLook(chosen)}
        className={`${SEGMENT_ROW} grid grid-cols-3`}
      >
        {CAPTION_LOOK_NAMES.map((name) => (
          <ChoiceSegment key={name} value={name}>
            {CAPTION_LOOK_LABELS[name]}
          </ChoiceSegment>
        ))}
      </ChoiceGroup>
    </Field>
  );
}
