import { useSyncExternalStore } from 'react';
import type { QueueStatus } from '#app/studio/exports.ts';
import { useAttempt } from '../parts/attempt.ts';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { useEditor } from '../state/editor.tsx';
import { t } from '../words/words.ts';

/** How all exports are run. */
export function QueueSettings({ status }: { status: QueueStatus }) {
  return (
    <aside aria-label={t`Queue settings`} className="flex flex-col gap-5 rounded-card border border-line p-4">
      <Concurrency status={status} />
      <KeepAwake />
    </aside>
  );
}

const CHOICES = ['auto', '1', '2', '3', '4'] as const;

function Concurrency({ status }: { status: QueueStatus }) {
  const { exports } = useEditor().studio;
  const { failure, attempt } = useAttempt();
  const chosen = CHOICES.find((choice) => choice === String(status.concurrency)) ?? 'auto';
  return (
    <Field title={t`Exports at the same time`}>
      <ChoiceGroup
        label={t`Exports at the same time`}
        value={chosen}
        values={CHOICES}
        onChange={(choice) => attempt(() => exports.queue.setConcurrency(choice === 'auto' ? null : Number(choice)))}
        className={SEGMENT_ROW}
      >
        {CHOICES.map((choice) => (
          <ChoiceSegment key={choice} value={choice}>
            {choice === 'auto' ? t`Auto` : choice}
          </ChoiceSegment>
        ))}
      </ChoiceGroup>
      <p className="text-small text-text-muted">
        {chosen === 'auto'
          ? t`Auto runs ${status.limit} at a time on this device.`
          : t`More at a time do not finish sooner where the processor is the limit.`}
      </p>
      {failure !== null && <Notice severity="error">{failure}</Notice>}
    </Field>
  );
}

function KeepAwake() {
  const { screenAwake } = useEditor().studio;
  const { allowed, lock } = useSyncExternalStore(
    (listener) => screenAwake.subscribe(listener),
    () => screenAwake.snapshot(),
  );
  if (!screenAwake.supported) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <Toggle
        label={t`Keep the screen on while exporting`}
        checked={allowed}
        onChange={(on) => screenAwake.allow(on)}
      />
      <p className="text-small text-text-muted">
        {allowed && lock === 'refused'
          ? t`This device does not let it now: it may be saving its battery.`
          : t`A device that goes to sleep stops the export until it wakes.`}
      </p>
    </div>
  );
}
