import type { RenderCapabilities } from '#core/render/check-render.ts';
import { t } from '../words/words.ts';

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
  webcodecs: t`This browser encodes H.264 by itself.`,
  ffmpeg: t`This browser has no H.264 encoder that works. ffmpeg takes its place: videos are as good, and take several times as long.`,
  none: t`This browser cannot encode video. Videos can be planned and previewed here, and exported in another browser.`,
};

/** What a browser can do, and what happens where it cannot. */
export function abilitiesOf(facts: BrowserFacts): readonly Ability[] {
  const { videoEncoder, hardwareEncoder, audioEncoder, isIsolated, savesToPlaces, shares, worksOffline } = facts;
  return [
    {
      name: t`Video`,
      isWhole: videoEncoder === 'webcodecs',
      words: hardwareEncoder ? `${VIDEO[videoEncoder]} ${t`The graphics card does the work.`}` : VIDEO[videoEncoder],
    },
    {
      name: t`Sound`,
      isWhole: audioEncoder === 'native',
      words:
        audioEncoder === 'native'
          ? t`This browser encodes AAC by itself.`
          : t`This browser has no AAC encoder. The studio brings one: nothing is lost.`,
    },
    {
      name: t`Threads`,
      isWhole: isIsolated,
      words: isIsolated
        ? t`Speech is written down by all cores of the processor.`
        : t`This page is not isolated from others: speech is written down by one core, which takes longer. Reload the page; if it stays so, the host has to send the headers for it.`,
    },
    {
      name: t`Saving videos`,
      isWhole: savesToPlaces,
      words: savesToPlaces
        ? t`Videos can be saved to a place of your choice.`
        : t`Videos are saved as downloads: this browser lets no page choose the place.`,
    },
    {
      name: t`Sharing`,
      isWhole: shares,
      words: shares
        ? t`Videos can be handed to other apps.`
        : t`This browser hands no videos to other apps. Save them, then open them there.`,
    },
    {
      name: t`Without a network`,
      isWhole: worksOffline,
      words: worksOffline
        ? t`The studio opens without a network.`
        : t`The studio needs the network to open: this browser, or this window of it, keeps no pages.`,
    },
  ];
}
