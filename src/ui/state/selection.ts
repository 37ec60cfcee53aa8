import { useCallback } from 'react';
import type { MediaItem } from '#core/project/project.ts';
import { clipsOf } from '#core/timeline/timeline.ts';
import { useIsDesktop } from '../parts/media-query.ts';
import { useEditor, useProject, useView } from './editor.tsx';
import { usePreview } from './preview.tsx';
import { useTimeline } from './timeline.tsx';

/** Selects a photo, shows it on the stage, and opens its settings. */
export function useSelectPhoto(): (photoId: string) => void {
  const { history, view } = useEditor();
  const timeline = useTimeline();
  const player = usePreview()?.player;
  const isDesktop = useIsDesktop();
  return useCallback(
    (photoId) => {
      view.setState({ selectedPhoto: photoId, panel: isDesktop ? null : 'photo' });
      const index = history.current.getState().project.items.findIndex((photo) => photo.id === photoId);
      const clip = timeline && clipsOf(timeline, 'image')[index];
      const frame = player?.snapshot().frame ?? 0;
      const onScreen = clip && frame >= clip.start && frame < clip.start + clip.durationFrames;
      if (clip && !onScreen) player?.seek(clip.start);
    },
    [history, view, timeline, player, isDesktop],
  );
}

/** The photo whose settings are open. */
export function useSelectedPhoto(): MediaItem | undefined {
  const selected = useView((view) => view.selectedPhoto);
  return useProject((project) => project.items.find((photo) => photo.id === selected));
}
