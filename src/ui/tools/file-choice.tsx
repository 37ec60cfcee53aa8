import { Check, FilePlus } from 'lucide-react';
import { useRef } from 'react';

interface FileChoiceProps {
  readonly label: string;
  /** What the file dialog offers. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Name of what is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (files: readonly File[]) => void;
}

/** A button that opens the file dialog, and shows what was chosen. */
export function FileChoice({ label, accept, multiple = false, chosen, onChoose }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const Icon = chosen === null ? FilePlus : Check;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onChoose(files);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        onClick={() => input.current?.click()}
        className="flex min-h-14 w-full min-w-0 items-center gap-3 rounded-control border border-line bg-surface-2 px-4 py-2 text-start transition-colors duration-150 ease-out hover:border-line-strong"
      >
        <Icon aria-hidden className={`size-5 shrink-0 ${chosen === null ? 'text-text-muted' : 'text-gold'}`} />
        <span className="min-w-0 flex-1">
          <span className={chosen === null ? 'block' : 'block text-small text-text-muted'}>{label}</span>
          {chosen !== null && (
            <span className="block truncate" title={chosen}>
              {chosen}
            </span>
          )}
        </span>
      </button>
    </>
  );
}
