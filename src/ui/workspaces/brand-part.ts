import type { BrandKit } from '#core/project/brand.ts';

/** @param edit gets the kit as it is when its turn comes: the one on the screen may be older. */
export type ChangeKit = (edit: (kit: BrandKit) => BrandKit, said: string) => void;

/** What each part of the brand panel gets. */
export interface PartProps {
  readonly onChange: ChangeKit;
}
