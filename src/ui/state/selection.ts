import { useCallback } from 'react';
import type { MediaItem } from '#core/project/project.ts';
import { type ContentClip, shotsOf, type Timeline } from '#core/timeline/timeline.ts';
import { useIsDesktop } from '../parts/media-query.ts';
import { useEditor, useProject, useView, type ViewState } from './editor.tsx';
import { usePreview } from './preview.tsx';
import { useTimeline } from './timeline.tsx';

/** Selects a photo or clip, shows it on the stage, and opens its settings. */
export function useSelectItem(): (itemId: string) => void {
  const { view } = useEditor();
  const isDesktop = useIsDesktop();
  const showShot = useShowShot();
  const timeline = useTimeline();
  return useCallback(
    (itemId) => {
      view.setState({ selectedItem: itemId, selectedShot: null, panel: isDesktop ? null : 'shot' });
      const shot = timeline && shotsOf(timeline).find((clip) => clip.itemId === itemId);
      if (shot) showShot(shot);
    },
    [view, isDesktop, timeline, showShot],
  );
}

/** Selects one shot of the timeline and shows it on the stage. On a phone its settings stay closed: the strip stays in sight. */
export function useSelectShot(): (shot: number) => void {
  const { view } = useEditor();
  const timeline = useTimeline();
  const showShot = useShowShot();
  return useCallback(
    (shot) => {
      const clip = timeline && shotsOf(timeline)[shot];
      if (!clip) return;
      view.setState({ selectedItem: clip.itemId, selectedShot: shot });
      showShot(clip);
    },
    [view, timeline, showShot],
  );
}

function useShowShot(): (clip: ContentClip) => void {
  const player = usePreview()?.player;
  return useCallback(
    (clip) => {
      const frame = player?.snapshot().frame ?? 0;
      const onScreen = frame >= clip.start && frame < clip.start + clip.durationFrames;
      if (!onScreen) player?.seek(clip.start);
    },
    [player],
  );
}

/** The photo or clip that is selected. */
export function useSelectedItem(): MediaItem | undefined {
  const selected = useView((view) => view.selectedItem);
  return useProject((project) => project.items.find((item) => item.id === selected));
}

/** Which shot of the timeline is selected, from 0; -1 for none. */
export function useSelectedShot(): number {
  const timeline = useTimeline();
  return useView((view) => (timeline ? selectedShot(timeline, view) : -1));
}

/** An edit may have given the selected item another place: it is the item that counts. */
export function selectedShot(
  timeline: Timeline,
  { selectedItem, selectedShot }: Pick<ViewState, 'selectedItem' | 'selectedShot'>,
): number {
  const shots = shotsOf(timeline);
  const meant = selectedShot !== null && shots[selectedShot]?.itemId === selectedItem;
  return meant ? selectedShot : shots.findIndex((shot) => shot.itemId === selectedItem);
}
