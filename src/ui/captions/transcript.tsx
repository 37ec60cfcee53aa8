import { CircleQuestionMark } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isDoubtful } from '#core/captions/repair.ts';
import type { CaptionTrack, CueRef } from '#core/project/captions.ts';
import { Button } from '../parts/button.tsx';
import { Fold } from '../parts/fold.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEditor, useProject, useView } from '../state/editor.tsx';
import { useAsset } from '../state/media.ts';
import { CaptionTools } from './caption-tools.tsx';
import { FindReplace } from './find-replace.tsx';
import { ListenSection } from './listen-section.tsx';
import { type FocusRequest, TrackList } from './track-list.tsx';
import { cueKey } from './use-caption-times.ts';

/** What is said and when: made by listening, by hand, or from a file. */
export function Transcript() {
  const tracks = useProject(({ captions }) => captions.tracks);
  const { view } = useEditor();
  const problem = useView((state) => state.captionProblem);
  const [finding, setFinding] = useState(false);
  const [focus, setFocus] = useFocusRequests();
  const isEmpty = tracks.length === 0;
  const show = (ref: CueRef) => {
    view.setState({ selectedCue: ref });
    showRow(cueKey(ref));
  };
  return (
    <div className="flex flex-col gap-4">
      {isEmpty ? (
        <>
          <p className="text-text-muted">No captions yet. Have them written, type them, or import a file.</p>
          <ListenSection />
        </>
      ) : (
        <Fold title="Write captions from sound">
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
            {problem.message}
          </Notice>
        </div>
      )}
      <Doubts tracks={tracks} onFocus={setFocus} />
      <p id="caption-keys" className="sr-only">
        Enter splits the caption at the cursor, Shift with Enter breaks the line, Backspace at the start merges it with
        the one before, Control with Enter goes to the word at the cursor. Arrow up and down go to other captions.
      </p>
      {tracks.map((track) => (
        <section key={track.assetId ?? ''} aria-labelledby={`captions-of-${track.assetId ?? 'video'}`}>
          <TrackName track={track} alone={tracks.length === 1} />
          <TrackList track={track} focus={focus} onFocus={setFocus} />
        </section>
      ))}
    </div>
  );
}

function TrackName({ track: { assetId, cues }, alone }: { track: CaptionTrack; alone: boolean }) {
  const asset = useAsset(assetId ?? undefined);
  const name = assetId === null ? 'Typed or imported' : (asset?.name ?? 'A sound that is gone');
  return (
    <h3
      id={`captions-of-${assetId ?? 'video'}`}
      className={alone && assetId === null ? 'sr-only' : 'mb-1 flex justify-between gap-2 text-small text-text-muted'}
    >
      <span className="truncate" title={name}>
        {name}
      </span>
      <span className="tabular-nums">{cues.length}</span>
    </h3>
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
      {doubtful.length === 1 ? 'Check 1 doubtful caption' : `Check ${doubtful.length} doubtful captions`}
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

function showRow(key: string): void {
  document.querySelector(`[data-cue-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' });
}
