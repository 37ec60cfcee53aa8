import { useEffect, useState } from 'react';
import { lazyPart } from '../parts/lazy-part.tsx';

/** Parts of the create screen that it does not begin with. Their code comes with the first touch. */

const load = {
  atmosphere: () => import('../look/atmosphere-picker.tsx'),
  captions: () => import('../captions/captions-panel.tsx'),
  exporting: () => import('../export/export-sheet.tsx'),
  format: () => import('../look/format-section.tsx'),
  frame: () => import('../look/frame-picker.tsx'),
  shot: () => import('../shot/shot-inspector.tsx'),
  shortcuts: () => import('../timeline/shortcuts-sheet.tsx'),
  sound: () => import('../sound/sound-panel.tsx'),
  timeline: () => import('../timeline/timeline-strip.tsx'),
  tour: () => import('../tour/tour.tsx'),
  transport: () => import('../stage/transport.tsx'),
};

export const AtmospherePicker = lazyPart(async () => (await load.atmosphere()).AtmospherePicker);
export const CaptionsPanel = lazyPart(async () => (await load.captions()).CaptionsPanel);
export const ExportSheet = lazyPart(async () => (await load.exporting()).ExportSheet);
export const FormatSection = lazyPart(async () => (await load.format()).FormatSection);
export const FramePicker = lazyPart(async () => (await load.frame()).FramePicker);
export const SoundPanel = lazyPart(async () => (await load.sound()).SoundPanel);
export const ShotInspector = lazyPart(async () => (await load.shot()).ShotInspector);
export const ShortcutsSheet = lazyPart(async () => (await load.shortcuts()).ShortcutsSheet);
export const TimelineStrip = lazyPart(async () => (await load.timeline()).TimelineStrip);
export const Tour = lazyPart(async () => (await load.tour()).Tour);
export const Transport = lazyPart(async () => (await load.transport()).Transport);

const FIRST_TOUCH = ['pointerdown', 'keydown', 'dragenter'] as const;

/** Loads them as soon as the person does anything, so that they are there when they are needed. */
export function useLoadingAtFirstTouch(): void {
  useEffect(() => {
    const done = new AbortController();
    const loadAll = () => {
      done.abort();
      // What cannot be loaded now says so where it is shown.
      for (const part of Object.values(load)) part().catch(() => undefined);
    };
    for (const event of FIRST_TOUCH) window.addEventListener(event, loadAll, { signal: done.signal, passive: true });
    return () => done.abort();
  }, []);
}

/** True from the first time on: a sheet that closes stays, to give the focus back. */
export function useEverTrue(condition: boolean): boolean {
  const [wasTrue, setTrue] = useState(condition);
  if (condition && !wasTrue) setTrue(true);
  return wasTrue || condition;
}
