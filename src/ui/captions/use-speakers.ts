import { useMemo } from 'react';
import type { CaptionSpeaker } from '#core/captions/speakers.ts';
import { speakersOf } from '#core/project/captions.ts';
import { useProject } from '../state/editor.tsx';

/** Everybody who speaks in the project's captions. The same array while that stays so. */
export function useSpeakers(): readonly CaptionSpeaker[] {
  const captions = useProject((project) => project.captions);
  const { speakers, tracks } = captions;
  const all = JSON.stringify(useMemo(() => speakersOf({ speakers, tracks }), [speakers, tracks]));
  return useMemo(() => JSON.parse(all) as CaptionSpeaker[], [all]);
}
