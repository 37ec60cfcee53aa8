import { Blend, Link2 } from 'lucide-react';
import type { PointerEvent, Ref } from 'react';
import type { TransitionKind } from '#core/style/transition.ts';
import type { ContentClip } from '#core/timeline/timeline.ts';
import { type FrameRate, frameToSeconds } from '#core/units.ts';
import { classNames } from '../parts/class-names.ts';
import { useProject } from '../state/editor.tsx';
import { useAsset } from '../state/media.ts';
import { formatSeconds } from '../view/format.ts';
import { percentOfFrame } from '../view/seek.ts';
import { t } from '../words/words.ts';
import { Film } from './film.tsx';

interface ShotBlockProps {
  readonly ref: Ref<HTMLButtonElement>;
  readonly clip: ContentClip;
  readonly index: number;
  readonly count: number;
  readonly rate: FrameRate;
  readonly durationFrames: number;
  /** Of the whole row, in CSS pixels. */
  readonly rowWidth: number;
  readonly selected: boolean;
  /** The one that Tab reaches; arrow keys reach the others. */
  readonly reachable: boolean;
  readonly lifted: boolean;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onSelect: () => void;
}

/** One shot over the time that it is on screen. */
export function ShotBlock(props: ShotBlockProps) {
  const { clip, index, count, rate, durationFrames, rowWidth, selected, reachable, lifted } = props;
  const asset = useAsset(clip.assetId);
  const pinned = useProject((project) => project.items.find(({ id }) => id === clip.itemId)?.lengthSeconds != null);
  const length = formatSeconds(frameToSeconds(clip.durationFrames, rate));
  const width = (clip.durationFrames / durationFrames) * rowWidth;
  return (
    <button
      ref={props.ref}
      type="button"
      tabIndex={reachable ? 0 : -1}
      aria-label={t`Shot ${index + 1} of ${count}, ${asset?.name ?? t`loading`}, ${length}${pinned ? t`, length set` : ''}`}
      aria-pressed={selected}
      aria-describedby="shot-keys"
      data-shot={index}
      data-start={clip.start}
      data-frames={clip.durationFrames}
      onPointerDown={props.onPointerDown}
      onClick={props.onSelect}
      className={classNames(
        'absolute inset-y-0 touch-manipulation overflow-hidden rounded-thumb border bg-surface-3 transition-colors duration-150 ease-out -outline-offset-2',
        selected ? 'z-10 border-2 border-gold' : 'border-ink hover:border-text-muted',
        lifted && 'opacity-50',
      )}
      style={{
        left: `${percentOfFrame(clip.start, durationFrames)}%`,
        width: `${percentOfFrame(clip.durationFrames, durationFrames)}%`,
      }}
    >
      <Film clip={clip} rate={rate} width={width} />
      {width > 56 && (
        <span className="pointer-events-none absolute bottom-1 left-1 flex items-center gap-1 rounded-[4px] bg-ink/80 px-1 text-[11px] tabular-nums">
          {pinned && <Link2 aria-hidden className="size-3" />}
          {length}
        </span>
      )}
      {clip.transition && width > 30 && <TransitionMark kind={clip.transition.kind} />}
    </button>
  );
}

function TransitionMark({ kind }: { kind: TransitionKind }) {
  return (
    <span
      title={kind.replaceAll('-', ' ')}
      className="pointer-events-none absolute top-1 left-1 flex size-4 items-center justify-center rounded-[4px] bg-ink/80"
    >
      <Blend aria-hidden className="size-3" />
    </span>
  );
}
