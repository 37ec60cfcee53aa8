import { StudioError } from '#core/errors.ts';
import { looksLikeAddress, refuseByAddress } from '#core/import/address.ts';

/** Scheme of links into the studio, as the manifest names it. */
const SCHEME = 'web+goldenframe:';

/** What a link or a shared text asks to be loaded. */
export interface LinkedAddresses {
  readonly addresses: readonly string[];
  /** Why the link was refused; null where it was not. */
  readonly refusal: string | null;
}

/** Of a link `web+goldenframe:https://example.com/clip.mp4`. */
export function addressesOfLink(link: string): LinkedAddresses {
  const text = link.startsWith(SCHEME) ? link.slice(SCHEME.length) : link;
  try {
    return { addresses: [refuseByAddress(text, URL.parse(text)).href], refusal: null };
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    return { addresses: [], refusal: error.message };
  }
}

/** Every address in a text that another app has shared; other words in it mean nothing. */
export function addressesInText(text: string): LinkedAddresses {
  const found = [...new Set(text.split(/\s+/).filter(looksLikeAddress))].map(addressesOfLink);
  return {
    addresses: found.flatMap(({ addresses }) => addresses),
    refusal: found.find(({ refusal }) => refusal !== null)?.refusal ?? null,
  };
}
