import { t } from '../words/words.ts';

export interface TourStep {
  /** What it points at carries this as `data-tour`. */
  readonly place: 'stage' | 'timeline' | 'look' | 'media' | 'export';
  /** Where there is room for the words beside it, on a desktop. */
  readonly side: 'left' | 'right' | 'top' | 'bottom';
  readonly title: string;
  readonly text: string;
}

/** In the order in which a video comes to be. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    place: 'stage',
    side: 'right',
    title: t`This is your video`,
    text: t`It plays here as it will be exported, with every change at once.`,
  },
  {
    place: 'timeline',
    side: 'top',
    title: t`Cuts fall on the beat`,
    text: t`Drag a shot to another place, or its edge to another beat. Right-click or hold it for more.`,
  },
  {
    place: 'look',
    side: 'left',
    title: t`Give it a look`,
    text: t`Style, frame, text hook, captions and sound are here. Whatever you try can be undone.`,
  },
  {
    place: 'media',
    side: 'right',
    title: t`Make it yours`,
    text: t`This is the sample. Drop photos, clips and a song of your own anywhere on the page.`,
  },
  {
    place: 'export',
    side: 'bottom',
    title: t`Export it`,
    text: t`The video is made on this device, and you can go on editing meanwhile.`,
  },
];
