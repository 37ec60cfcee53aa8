import type { StudioError } from '#core/errors.ts';
import { CUT_WITHOUT_BEATS_SECONDS } from '#core/plan/cut-points.ts';
import { t } from '../words/words.ts';

/**
 * Why the cuts follow no beats, and what they follow instead.
 * @param unheard why nobody listened; null where somebody did.
 */
export function withoutBeats(unheard: StudioError | null): string {
  return t`${reasonOf(unheard)}: cuts every ${CUT_WITHOUT_BEATS_SECONDS} s`;
}

function reasonOf(unheard: StudioError | null): string {
  if (!unheard) return t`No steady beat`;
  return unheard.code === 'cancelled' ? t`Beats not looked for` : t`Beats not found`;
}
