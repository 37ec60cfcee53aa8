import { useState } from 'react';
import { expiredResults, RESULT_DAYS, type ResultDays } from '#core/disk/keeping.ts';
import { TRASH_DAYS } from '#core/disk/trash.ts';
import { useAttempt } from '../parts/attempt.ts';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { ConfirmDialog } from '../parts/confirm.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { t } from '../words/words.ts';
import { countedDays } from './storage-words.ts';

const VALUES = RESULT_DAYS.map(choiceOf);
type Value = (typeof VALUES)[number];

const WORDS: Readonly<Record<string, string>> = { never: t`Never`, '1': t`1 day`, '7': t`7 days`, '30': t`30 days` };

interface Asked {
  readonly days: number;
  /** Videos that are older already. */
  readonly expired: number;
}

/** How long finished videos are kept. */
export function KeepingCard() {
  const { studio } = useEditor();
  const stored = useStored(() => studio.disk.resultDays(), [studio]) ?? null;
  const [asked, setAsked] = useState<Asked | null>(null);
  const { failure, attempt } = useAttempt();
  const keep = (days: number | null) =>
    attempt(async () => {
      await studio.disk.keepResults(days);
      announce(days === null ? t`Finished videos are kept` : t`Finished videos are kept for ${countedDays(days)}`);
    });
  const choose = (value: Value) =>
    attempt(async () => {
      const days = daysOf(value);
      const expired = expiredResults(await studio.exports.list(), days, Date.now()).length;
      if (days !== null && expired > 0) setAsked({ days, expired });
      else keep(days);
    });
  return (
    <section aria-labelledby="keeping" className="flex flex-col gap-3 rounded-card border border-line bg-surface-2 p-4">
      <h2 id="keeping" className="text-large font-semibold">
        {t`Delete finished videos after`}
      </h2>
      <ChoiceGroup
        label={t`Delete finished videos after`}
        value={choiceOf(stored)}
        values={VALUES}
        onChange={choose}
        className={SEGMENT_ROW}
      >
        {VALUES.map((value) => (
          <ChoiceSegment key={value} value={value}>
            {WORDS[value]}
          </ChoiceSegment>
        ))}
      </ChoiceGroup>
      <p className="text-small text-text-muted">
        {t`Looked at when the studio opens, and once a day. These are deleted for good, not put into the trash. What you delete by hand stays in the trash for ${TRASH_DAYS} days.`}
      </p>
      {failure && <Notice severity="error">{failure}</Notice>}
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t`Delete videos after ${countedDays(asked?.days ?? 0)}?`}
        text={expiredWords(asked?.expired ?? 0)}
        confirmLabel={t`Delete them then`}
        onConfirm={() => asked && keep(asked.days)}
      />
    </section>
  );
}

function choiceOf(days: number | null): string {
  return days === null ? 'never' : String(days);
}

function daysOf(value: Value): ResultDays {
  return RESULT_DAYS.find((days) => choiceOf(days) === value) ?? null;
}

/** What goes with the next opening of the studio. */
function expiredWords(videos: number): string {
  return videos === 1
    ? t`1 finished video is older than that, and will be deleted for good the next time the studio opens. Download what you want to keep.`
    : t`${videos} finished videos are older than that, and will be deleted for good the next time the studio opens. Download what you want to keep.`;
}
