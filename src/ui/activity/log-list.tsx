import { Download } from 'lucide-react';
import { useState } from 'react';
import { LOG_LEVELS, type LogLevel } from '#core/log/log-entry.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { download } from '../save/download.ts';
import { useEditor } from '../state/editor.tsx';
import { useStored } from '../state/stored.ts';
import { t } from '../words/words.ts';
import { detailWords, formatMoment } from './words.ts';

const PAGE = 30;

const LEVEL_WORDS: Record<LogLevel, string> = {
  debug: t`All`,
  info: t`Info`,
  warn: t`Warnings`,
  error: t`Errors`,
};

const LEVEL_COLOURS: Record<LogLevel, string> = {
  debug: 'text-text-muted',
  info: 'text-info',
  warn: 'text-gold-strong',
  error: 'text-danger',
};

/** The log of all tabs, from a level on, and as a file. */
export function LogList() {
  const { ledger } = useEditor().studio;
  const [least, setLeast] = useState<LogLevel>('info');
  const [limit, setLimit] = useState(PAGE);
  // One more than is shown tells whether there is more.
  const entries = useStored(() => ledger.log.list(least, limit + 1), [ledger, least, limit]);
  return (
    <section aria-labelledby="log" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="log" className="text-large font-semibold">
          {t`Log`}
        </h2>
        <DownloadLog />
      </div>
      <ChoiceGroup
        label={t`Least level`}
        value={least}
        values={LOG_LEVELS}
        onChange={setLeast}
        className={`${SEGMENT_ROW} max-w-100`}
      >
        {LOG_LEVELS.map((level) => (
          <ChoiceSegment key={level} value={level}>
            {LEVEL_WORDS[level]}
          </ChoiceSegment>
        ))}
      </ChoiceGroup>
      {entries?.length === 0 && <p className="text-text-muted">{t`Nothing of this kind has happened.`}</p>}
      {entries !== undefined && entries.length > 0 && (
        <ul aria-label={t`Log entries`} className="flex flex-col divide-y divide-line rounded-card border border-line">
          {entries.slice(0, limit).map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2 text-small">
              <time dateTime={new Date(entry.at).toISOString()} className="w-32 shrink-0 text-text-muted tabular-nums">
                {formatMoment(entry.at)}
              </time>
              <span className={`w-10 shrink-0 ${LEVEL_COLOURS[entry.level]}`}>{entry.level}</span>
              <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
                {entry.scope}: {entry.event}
                <span className="block text-text-muted">{detailWords(entry)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {entries !== undefined && entries.length > limit && (
        <Button className="self-start" onClick={() => setLimit(limit + PAGE)}>
          {t`Show older entries`}
        </Button>
      )}
    </section>
  );
}

function DownloadLog() {
  const { ledger } = useEditor().studio;
  const { failure, attempt } = useAttempt();
  const save = () => attempt(async () => download(await ledger.log.file()));
  return (
    <>
      <Button onClick={save}>
        <Download aria-hidden className="size-4" />
        {t`Download log`}
      </Button>
      {failure && <Notice severity="error">{failure}</Notice>}
    </>
  );
}
