import { useStore } from 'zustand';
import { CAPTION_LOOK_NAMES } from '#core/captions/looks.ts';
import { CAPTION_LOOK_LABELS } from '../../captions/look-swatch.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceGroup, ChoiceRow, ChoiceSegment, SEGMENT_ROW } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useEditor } from '../../state/editor.tsx';
import type { CaptionOrigin, CaptionTool } from './caption-tool.ts';
import { FileChoice } from './file-choice.tsx';

/** What is to be captioned, with what, and how. */
export function CaptionSetup({ tool }: { tool: CaptionTool }) {
  const { video, origin, place, refusal } = useStore(tool.state);
  const missing = missingWords(video, origin);
  return (
    <div className="flex flex-col gap-6">
      <Field level={2} title="Video">
        <FileChoice
          label="Choose a video"
          accept="video/*,.mkv,.ts,.mts"
          chosen={video?.name ?? null}
          onChoose={([file]) => file && tool.chooseVideo(file)}
        />
      </Field>
      <CaptionChoice tool={tool} />
      {refusal !== null && (
        <div role="alert">
          <Notice severity="error">{refusal}</Notice>
        </div>
      )}
      <MissingGlyphs origin={origin} />
      <PlacePicker tool={tool} />
      {place === 'burned' && <LookPicker tool={tool} />}
      <div className="flex flex-col gap-2">
        <Button
          tone="primary"
          size="large"
          aria-disabled={missing !== null}
          aria-describedby="caption-missing"
          onClick={() => missing === null && void tool.start()}
        >
          Caption video
        </Button>
        <p id="caption-missing" className="min-h-5 text-center text-small text-text-muted">
          {missing}
        </p>
      </div>
    </div>
  );
}

function missingWords(video: File | null, origin: CaptionOrigin | null): string | null {
  if (!video) return 'Choose a video first.';
  return origin ? null : 'Choose captions, or a model that hears what is said.';
}

function CaptionChoice({ tool }: { tool: CaptionTool }) {
  const origin = useStore(tool.state, (state) => state.origin);
  return (
    <Field level={2} title="Captions">
      <div className="grid gap-2 sm:grid-cols-2">
        <FileChoice
          label="Choose an SRT, VTT or ASS file"
          accept=".srt,.vtt,.ass,.ssa"
          chosen={origin?.kind === 'file' ? origin.name : null}
          onChoose={([file]) => file && void tool.chooseCaptions(file)}
        />
        <FileChoice
          label="Hear what is said, with a model’s folder"
          folder
          chosen={origin?.kind === 'speech' ? origin.model.name : null}
          onChoose={(files) => void tool.chooseModel(files)}
        />
      </div>
    </Field>
  );
}

function MissingGlyphs({ origin }: { origin: CaptionOrigin | null }) {
  const { captioning } = useEditor().studio;
  if (origin?.kind !== 'file') return null;
  return captioning.check(origin.cues).map((issue) => (
    <Notice key={issue.code} severity={issue.severity}>
      {issue.message}
    </Notice>
  ));
}

function PlacePicker({ tool }: { tool: CaptionTool }) {
  const place = useStore(tool.state, (state) => state.place);
  return (
    <Field level={2} title="Where they show">
      <ChoiceGroup
        label="Where captions show"
        value={place}
        values={['burned', 'track']}
        onChange={(chosen) => tool.setPlace(chosen)}
        className="flex flex-col gap-2"
      >
        <ChoiceRow value="burned" name="In the picture">
          Everyone sees them, everywhere. Makes an MP4.
        </ChoiceRow>
        <ChoiceRow value="track" name="As subtitles to turn on and off">
          Done in moments: the picture stays as it is. Makes an MKV, whose subtitles mpv, MPC-HC and Kodi show. For
          other players, save the SRT file beside the video.
        </ChoiceRow>
      </ChoiceGroup>
    </Field>
  );
}

function LookPicker({ tool }: { tool: CaptionTool }) {
  const look = useStore(tool.state, (state) => state.look);
  return (
    <Field level={2} title="Look">
      <ChoiceGroup
        label="Look of captions"
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
