import { cueText } from '#core/captions/cue-text.ts';
import type { CueRef } from '#core/project/captions.ts';
import type { CaptionClip } from '#core/timeline/timeline.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { percentOfFrame } from '../view/seek.ts';

/**
 * The captions over time; a press opens one to be edited. By keyboard they are in the captions panel, in the same order: on
 * the strip they would be hundreds of stops.
 */
export function CaptionRow({ clips, durationFrames }: { clips: readonly CaptionClip[]; durationFrames: number }) {
  const { view } = useEditor();
  const tracks = useProject(({ captions }) => captions.tracks);
  const open = (id: string) => {
    const ref = refOf(id, tracks);
    if (ref) view.setState({ panel: 'captions', selectedItem: null, selectedCue: ref, cueToShow: ref });
  };
  return (
    <div className="relative h-6 shrink-0">
      {clips.map(({ cue, start, durationFrames: length }) => {
        const text = cueText(cue).replaceAll('\n', ' ');
        return (
          <button
            key={cue.id}
            type="button"
            tabIndex={-1}
            dir="auto"
            title={text}
            data-caption={text}
            onClick={() => open(cue.id)}
            className="absolute inset-y-0 flex items-center overflow-hidden rounded-thumb bg-surface-2 px-1 text-small ring-1 ring-line ring-inset"
            style={{
              left: `${percentOfFrame(start, durationFrames)}%`,
              width: `${percentOfFrame(length, durationFrames)}%`,
            }}
          >
            <span className="truncate">{text}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Which caption of the project a caption of the video shows. */
function refOf(
  id: string,
  tracks: readonly { readonly assetId: string | null; readonly cues: readonly { id: string }[] }[],
): CueRef | null {
  for (const { assetId, cues } of tracks) {
    const cue = cues.find((each) => isShownAs(id, `${assetId ?? 'video'}/${each.id}`));
    if (cue) return { assetId, cueId: cue.id };
  }
  return null;
}

/** One that is on more than once has a number after its name. */
function isShownAs(id: string, name: string): boolean {
  return id === name || (id.startsWith(`${name}-`) && /^\d+$/.test(id.slice(name.length + 1)));
}
