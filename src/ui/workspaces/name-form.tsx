import { useId, useState } from 'react';
import { LONGEST_WORKSPACE_NAME } from '#core/workspace/workspace.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { t } from '../words/words.ts';

interface NameFormProps {
  readonly label: string;
  readonly name: string;
  readonly submitLabel: string;
  /** Its refusal is shown under the field. */
  readonly onSubmit: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** One field for a workspace's name. It has the focus. */
export function NameForm({ label, name, submitLabel, onSubmit, onCancel }: NameFormProps) {
  const [draft, setDraft] = useState(name);
  const { failure, attempt } = useAttempt();
  const id = useId();
  return (
    <form
      className="flex flex-1 flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(() => onSubmit(draft));
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <label htmlFor={id} className="text-small text-text-muted">
        {label}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          // The button that opened the form is gone.
          ref={(input) => input?.focus()}
          value={draft}
          maxLength={LONGEST_WORKSPACE_NAME}
          aria-invalid={failure !== null}
          aria-describedby={failure === null ? undefined : `${id}-failure`}
          onChange={(event) => setDraft(event.currentTarget.value)}
          className="h-9 min-w-0 flex-1 basis-56 rounded-control border border-line-strong bg-surface-1 px-3 max-lg:h-11 max-lg:text-large"
        />
        <Button type="submit">{submitLabel}</Button>
        <Button tone="bare" onClick={onCancel}>
          {t`Cancel`}
        </Button>
      </div>
      {failure && (
        <p id={`${id}-failure`} role="alert" className="text-small text-danger">
          {failure}
        </p>
      )}
    </form>
  );
}
