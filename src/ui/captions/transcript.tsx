import { CircleQuestionMark, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isDoubtful } from '#core/captions/repair.ts';
import type { AssetId } from '#core/media/asset.ts';
import { isSilenced } from '#core/plan/plan-captions.ts';
import type { CaptionTrack, CueRef } from '#core/project/captions.ts';
import { keepSound } from '#core/project/edit-captions.ts';
import { Button } from '../parts/button.tsx';
import { Fold } from '../parts/fold.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useCaptionEdits } from '../state/caption-edits.ts';
import { useEditor, useProject, useView } from '../state/editor.tsx';
import { useIssues } from '../state/exports.ts';
import { useAsset } from '../state/media.ts';
import { t, translate } from '../words/words.ts';
import { CaptionTools } from './caption-tools.tsx';
import { FindReplace } from './find-replace.tsx';
import { ListenSection } from './listen-section.tsx';
import { SpeakersSection } from './speakers-section.tsx';
import { type FocusRequest, TrackList } from './track-list.tsx';
import { cueKey } from './use-caption-times.ts';

/** What is said and when: made by listening, by hand, or from a file. */
export function Transcript() {
  const tracks = useProject(({ captions }) => captions.tracks);
  const { view, captioning } = useEditor();
  const problem = useView((state) => state.captionProblem);
  const [finding, setFinding] = useState(false);
  const [focus, setFocus] = useFocusRequests();
  const issues = useIssues()?.filter(({ code }) => code === 'caption-glyph-missing');
  const listening = useStore(captioning.state, ({ run, outcome }) => run !== null || outcome !== null);
  const panel = useFocusAfter(listening);
  const isEmpty = tracks.length === 0;
  const show = (ref: CueRef) => {
    view.setState({ selectedCue: ref });
    showRow(cueKey(ref));
  };
  return (
    <div ref={panel} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      {tracks.map(
        ({ assetId }) =>
          assetId !== null && (
            // The button goes with its note.
            <SilencedNote key={assetId} assetId={assetId} onKept={() => panel.current?.focus()} />
          ),
      )}
      {isEmpty && (
        <p className="text-text-muted">{t`No captions yet. Have them written, type them, or import a file.`}</p>
      )}
      {isEmpty || listening ? (
        <ListenSection />
      ) : (
        <Fold title={t`Write captions from sound`}>
          <div className="pt-2">
            <ListenSection />
          </div>
        </Fold>
      )}
      <CaptionTools finding={finding} onFind={() => setFinding(!finding)} onFocus={setFocus} />
      {finding && <FindReplace tracks={tracks} onShow={show} />}
      {problem && (
        <div role="alert">
          <Notice severity="warning" onDismiss={() => view.setState({ captionProblem: null })}>
            {translate(problem.message)}
          </Notice>
        </div>
      )}
      {issues?.map(({ code, severity, message }) => (
        <Notice key={code} severity={severity}>
          {translate(message)}
        </Notice>
      ))}
      <SpeakersSection />
      <Doubts tracks={tracks} onFocus={setFocus} />
      <p id="caption-keys" className="sr-only">
        {t`Enter splits the caption at the cursor, Shift with Enter breaks the line, Backspace at the start merges it with the one before, Control with Enter goes to the word at the cursor. Arrow up and down go to other captions.`}
      </p>
      {tracks.map((track) => (
        <section key={track.assetId ?? ''} aria-labelledby={`captions-of-${track.assetId ?? 'video'}`}>
          <TrackName track={track} />
          <TrackList track={track} focus={focus} onFocus={setFocus} />
        </section>
      ))}
    </div>
  );
}

function TrackName({ track: { assetId, cues } }: { track: CaptionTrack }) {
  const edits = useCaptionEdits();
  const asset = useAsset(assetId ?? undefined);
  const name = assetId === null ? t`Typed or imported` : (asset?.name ?? t`A sound that is gone`);
  return (
    <div className="mb-1 flex items-center gap-2 text-small text-text-muted">
      <h3 id={`captions-of-${assetId ?? 'video'}`} className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </h3>
      <span className="tabular-nums">{cues.length}</span>
      <IconButton label={t`Delete all captions of ${name}`} onClick={() => edits.clear(assetId)} className="lg:size-8">
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}

/** Why captions are nowhere to be seen. It comes first: on a phone the captions themselves are further down. */
function SilencedNote({ assetId, onKept }: { assetId: AssetId; onKept: () => void }) {
  const { history } = useEditor();
  const name = useAsset(assetId)?.name ?? t`a clip`;
  const silenced = useProject((project) => isSilenced(project, assetId));
  if (!silenced) return null;
  return (
    <Notice severity="info">
      <p className="mb-2">{t`The sound of ${name} is muted, so its captions are not shown.`}</p>
      <Button
        size="small"
        onClick={() => {
          onKept();
          history.edit((project) => keepSound(project, assetId));
          announce(t`${name} is heard, and its captions are shown`);
        }}
      >
        {t`Keep its sound`}
      </Button>
    </Notice>
  );
}

/** Words that the recogniser was not sure of, one after the other. */
function Doubts({ tracks, onFocus }: { tracks: readonly CaptionTrack[]; onFocus: (request: FocusRequest) => void }) {
  const selected = useView((state) => state.selectedCue);
  const doubtful = tracks.flatMap(({ assetId, cues }) =>
    cues.filter(({ words }) => words.some(isDoubtful)).map((cue) => cueKey({ assetId, cueId: cue.id })),
  );
  if (doubtful.length === 0) return null;
  const next = doubtful[(selected ? doubtful.indexOf(cueKey(selected)) : -1) + 1] ?? doubtful[0];
  return (
    <Button size="small" onClick={() => next !== undefined && onFocus({ key: next, caret: 0 })}>
      <CircleQuestionMark aria-hidden className="size-4 text-info" />
      {doubtful.length === 1 ? t`Check 1 doubtful caption` : t`Check ${doubtful.length} doubtful captions`}
    </Button>
  );
}

/** Which caption is to take the focus: asked for here, or on the timeline. */
function useFocusRequests() {
  const { view } = useEditor();
  const asked = useView((state) => state.cueToShow);
  const [focus, setFocus] = useState<FocusRequest | null>(null);
  useEffect(() => {
    if (!asked) return;
    setFocus({ key: cueKey(asked), caret: 0 });
    view.setState({ cueToShow: null });
  }, [view, asked]);
  return [focus, setFocus] as const;
}

/** The focus comes back here where what had it is gone once the listening has ended. */
function useFocusAfter(listening: boolean) {
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef(listening);
  useEffect(() => {
    if (before.current && !listening && document.activeElement === document.body) panel.current?.focus();
    before.current = listening;
  }, [listening]);
  return panel;
}

function showRow(key: string): void {
  document.querySelector(`[data-cue-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' });
}
