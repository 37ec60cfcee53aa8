import { CUT_WITHOUT_BEATS_SECONDS } from '#core/plan/cut-points.ts';

/** Why the cuts follow no beats, and what they follow instead. `cancelled`: the person stopped the listening. */
export function withoutBeats(cancelled: boolean): string {
  return `${cancelled ? 'Beats not looked for' : 'No steady beat'}: cuts every ${CUT_WITHOUT_BEATS_SECONDS} s`;
}
