import { useId } from 'react';
import { Button } from '../parts/button.tsx';

interface StartButtonProps {
  readonly label: string;
  /** What has to be done first; null where nothing is missing. */
  readonly missing: string | null;
  readonly onStart: () => void;
}

/** The one thing to do on a tool's screen; says what is missing as long as it cannot be done. */
export function StartButton({ label, missing, onStart }: StartButtonProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <Button
        tone="primary"
        size="large"
        aria-disabled={missing !== null}
        aria-describedby={id}
        onClick={() => missing === null && onStart()}
      >
        {label}
      </Button>
      <p id={id} className="min-h-5 text-center text-small text-text-muted">
        {missing}
      </p>
    </div>
  );
}
