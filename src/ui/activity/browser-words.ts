import type { RenderCapabilities } from '#core/render/check-render.ts';

/** What is known of a browser: what it encodes with, as proven by trying, and what its pages may do. */
export interface BrowserFacts extends Omit<RenderCapabilities, 'compositor'> {
  /** Shared memory for several threads. */
  readonly isIsolated: boolean;
  readonly savesToPlaces: boolean;
  readonly shares: boolean;
  readonly worksOffline: boolean;
}

export interface Ability {
  readonly name: string;
  /** False where something else takes its place, or nothing does. */
  readonly isWhole: boolean;
  readonly words: string;
}

const VIDEO: Readonly<Record<RenderCapabilities['videoEncoder'], string>> = {
  webcodecs: 'This browser encodes H.264 by itself.',
  ffmpeg:
    'This browser has no H.264 encoder that works. ffmpeg takes its place: videos are as good, and take several times as long.',
  none: 'This browser cannot encode video. Videos can be planned and previewed here, and exported in another browser.',
};

/** What a browser can do, and what happens where it cannot. */
export function abilitiesOf(facts: BrowserFacts): readonly Ability[] {
  const { videoEncoder, hardwareEncoder, audioEncoder, isIsolated, savesToPlaces, shares, worksOffline } = facts;
  return [
    {
      name: 'Video',
      isWhole: videoEncoder === 'webcodecs',
      words: VIDEO[videoEncoder] + (hardwareEncoder ? ' The graphics card does the work.' : ''),
    },
    {
      name: 'Sound',
      isWhole: audioEncoder === 'native',
      words:
        audioEncoder === 'native'
          ? 'This browser encodes AAC by itself.'
          : 'This browser has no AAC encoder. The studio brings one: nothing is lost.',
    },
    {
      name: 'Threads',
      isWhole: isIsolated,
      words: isIsolated
        ? 'Speech is written down by all cores of the processor.'
        : 'This page is not isolated from others: speech is written down by one core, which takes longer. Reload the page; if it stays so, the host has to send the headers for it.',
    },
    {
      name: 'Saving',
      isWhole: savesToPlaces,
      words: savesToPlaces
        ? 'Videos can be saved to a place of your choice.'
        : 'Videos are saved as downloads: this browser lets no page choose the place.',
    },
    {
      name: 'Sharing',
      isWhole: shares,
      words: shares
        ? 'Videos can be handed to other apps.'
        : 'This browser hands no videos to other apps. Save them, then open them there.',
    },
    {
      name: 'Without a network',
      isWhole: worksOffline,
      words: worksOffline
        ? 'The studio opens without a network.'
        : 'The studio needs the network to open: this browser, or this window of it, keeps no pages.',
    },
  ];
}
