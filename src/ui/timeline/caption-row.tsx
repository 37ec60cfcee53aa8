import { cueText } from '#core/captions/cue-text.ts';
import { cueRefOf } from '#core/plan/plan-captions.ts';
import type { CaptionClip } from '#core/timeline/timeline.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { percentOfFrame } from '../view/seek.ts';

/**
 * The captions over time; a press opens one to be edited. By keyboard they are in the captions panel, in the same order: on
 * the strip they would be hundreds of stops.
 */
export function CaptionRow({ clips, durationFrames }: { clips: readonly CaptionClip[]; durationFrames: number }) {
  const { view } = useEditor();
  const captions = useProject((project) => project.captions);
  const open = (id: string) => {
    const ref = cueRefOf(captions, id);
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
