import {
  Fragment,
  type ReactNode,
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { PreviewPlayer } from '#app/studio/preview.ts';
import { clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import { frameToSeconds } from '#core/units.ts';
import { usePlayback, usePreview } from '../state/preview.tsx';
import { useTimeline } from '../state/timeline.tsx';
import { frameAtPosition, percentOfFrame } from '../view/seek.ts';
import { t } from '../words/words.ts';
import { CaptionRow } from './caption-row.tsx';
import { Ruler } from './ruler.tsx';
import { ShotRow } from './shot-row.tsx';
import { MusicBlock, NoBeatsNote, TextBlock } from './sound-and-text.tsx';
import { TimelineTools } from './timeline-tools.tsx';
import { useZoom } from './use-zoom.ts';

/** Narrower than this per second of video, the strip scrolls. */
const LEAST_PIXELS_PER_SECOND = 22;

/** When what plays: shots, music, text and captions over time, with the playhead. Touch or drag to seek. */
export function TimelineStrip({ compact }: { compact: boolean }) {
  const timeline = useTimeline();
  const player = usePreview()?.player;
  const { ref, width } = useWidth();
  const startSeeking = useSeeking(player, timeline?.durationFrames ?? 0);
  const scroller = useFollowPlayhead();
  const zoom = useZoom();
  if (!timeline) return <div className="skeleton h-full rounded-control" />;
  const seconds = frameToSeconds(timeline.durationFrames, timeline.frameRate);
  const captions = clipsOf(timeline, 'caption');
  const atLeast = `max(${100 * zoom.factor}%, ${seconds * LEAST_PIXELS_PER_SECOND * zoom.factor}px)`;
  return (
    <section data-tour="timeline" aria-label={t`Timeline`} className="flex h-full min-h-0 flex-col gap-1">
      <TimelineTools zoom={zoom} />
      <div className="flex min-h-0 flex-1">
        {!compact && <RowNames withCaptions={captions.length > 0} />}
        <div
          ref={scroller}
          // Time runs from left to right in every language.
          dir="ltr"
          className="relative min-w-0 flex-1 overflow-x-auto overflow-y-hidden [scrollbar-width:none]"
        >
          <div
            ref={ref}
            onPointerDown={startSeeking}
            className="relative flex h-full cursor-pointer flex-col gap-1 select-none"
            style={{ width: atLeast }}
          >
            <Ruler durationSeconds={seconds} width={width} />
            <div className="relative min-h-0 flex-1">
              <ShotRow timeline={timeline} width={width} />
            </div>
            <MusicRow timeline={timeline} compact={compact} />
            {!compact && <TextRow timeline={timeline} />}
            {captions.length > 0 && <CaptionRow clips={captions} durationFrames={timeline.durationFrames} />}
            <Playhead durationFrames={timeline.durationFrames} />
          </div>
        </div>
      </div>
    </section>
  );
}

function RowNames({ withCaptions }: { withCaptions: boolean }) {
  return (
    <div aria-hidden className="flex w-16 shrink-0 flex-col gap-1 text-small text-text-muted">
      <span className="h-5" />
      <span className="flex min-h-0 flex-1 items-center">{t`Shots`}</span>
      <span className="flex h-9 items-center">{t`Music`}</span>
      <span className="flex h-6 items-center">{t`Text`}</span>
      {withCaptions && <span className="flex h-6 items-center">{t`Captions`}</span>}
    </div>
  );
}

function MusicRow({ timeline, compact }: { timeline: Timeline; compact: boolean }) {
  const seconds = frameToSeconds(timeline.durationFrames, timeline.frameRate);
  return (
    <Row className="h-9 shrink-0" empty={t`No music: the video will be silent`}>
      {clipsOf(timeline, 'audio')
        .filter((clip) => clip.role === 'music')
        .map((clip) => (
          <Fragment key={clip.assetId}>
            <MusicBlock assetId={clip.assetId} videoSeconds={seconds} />
            {compact && <NoBeatsNote assetId={clip.assetId} />}
          </Fragment>
        ))}
    </Row>
  );
}

function TextRow({ timeline }: { timeline: Timeline }) {
  return (
    <Row className="h-6 shrink-0" empty={t`No text`}>
      {clipsOf(timeline, 'text').map((clip) => (
        <TextBlock key={clip.text} text={clip.text} />
      ))}
    </Row>
  );
}

function Row({ className, empty, children }: { className: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <div className={`relative ${className}`}>
      {children.length > 0 ? (
        children
      ) : (
        <p className="flex h-full items-center rounded-thumb border border-dashed border-line px-3 text-small text-text-muted">
          {empty}
        </p>
      )}
    </div>
  );
}

function Playhead({ durationFrames }: { durationFrames: number }) {
  const percent = usePlayback((state) => percentOfFrame(state.frame, durationFrames));
  return (
    <div
      aria-hidden
      data-playhead
      className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-gold"
      style={{ left: `${percent}%` }}
    >
      <span className="absolute top-0 left-1/2 h-3 w-2.5 -translate-x-1/2 rounded-[2px] rounded-b-full bg-gold" />
    </div>
  );
}

function useWidth() {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** Seeks to the pressed point and follows a mouse or pen beside the shots; a finger that moves scrolls the strip instead. */
function useSeeking(player: PreviewPlayer | undefined, durationFrames: number) {
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  return useCallback(
    (down: ReactPointerEvent<HTMLElement>) => {
      // A right click goes there, too: what its menu splits is split where it was clicked.
      if (down.button !== 0 && down.button !== 2) return;
      const strip = down.currentTarget;
      const seek = (clientX: number) => {
        const box = strip.getBoundingClientRect();
        player?.seek(frameAtPosition(clientX - box.left, box.width, durationFrames));
      };
      const move = (event: PointerEvent) => seek(event.clientX);
      const end = () => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', end);
        window.removeEventListener('pointercancel', end);
      };
      stop.current();
      stop.current = end;
      seek(down.clientX);
      // A shot that is dragged goes to another place.
      if (down.button !== 0) return;
      if (down.target instanceof Element && down.target.closest('button')) return;
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', end);
    },
    [player, durationFrames],
  );
}

/** Scrolls the strip so that the playhead stays in sight while it plays. */
function useFollowPlayhead() {
  const scroller = useRef<HTMLDivElement>(null);
  const player = usePreview()?.player;
  useEffect(() => {
    if (!player) return;
    return player.subscribe(() => {
      const strip = scroller.current;
      const { playing, frame, durationFrames } = player.snapshot();
      if (!strip || !playing || strip.scrollWidth <= strip.clientWidth) return;
      const x = (percentOfFrame(frame, durationFrames) / 100) * strip.scrollWidth;
      const inSight = x >= strip.scrollLeft && x <= strip.scrollLeft + strip.clientWidth * 0.9;
      if (!inSight) strip.scrollLeft = x - strip.clientWidth * 0.2;
    });
  }, [player]);
  return scroller;
}
