/** How the text hook comes in. */
export const HOOK_ANIMATIONS = ['none', 'fade', 'rise', 'pop', 'slide', 'typewriter'] as const;
export type HookAnimation = (typeof HOOK_ANIMATIONS)[number];

export interface HookLook {
  readonly animation: HookAnimation;
  readonly family: 'sans' | 'serif';
  /** As `#RRGGBB`. */
  readonly fill: string;
  readonly uppercase: boolean;
}
