import { type FormEvent, useId, useState } from 'react';
import { Button } from './button.tsx';

interface OneLineFormProps {
  readonly label: string;
  readonly submit: string;
  readonly initial: string;
  readonly onSubmit: (text: string) => void;
}

/** A line of text and the button that sends it. */
export function OneLineForm({ label, submit, initial, onSubmit }: OneLineFormProps) {
  const id = useId();
  const [text, setText] = useState(initial);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(text);
    // What is added makes room for the next; what is changed stays.
    if (initial === '') setText('');
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-small text-text-muted">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className="h-9 min-w-0 flex-1 rounded-control border border-line bg-surface-2 px-3 max-lg:h-11"
        />
        <Button type="submit">{submit}</Button>
      </div>
    </form>
  );
}
