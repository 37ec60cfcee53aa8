import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { IconButton } from './icon-button.tsx';

interface ColourFieldProps {
  readonly label: string;
  /** As `#RRGGBB`. */
  readonly colour: string;
  /** Gets `#RRGGBB` in capitals. */
  readonly onPick: (colour: string) => void;
  /** Of the project's own history, where it is one. */
  readonly undo?: 'project';
}

/** Shows what is picked at once: until it is stored, the stored colour would come back into the field. */
export function ColourField({ label, colour, onPick, undo }: ColourFieldProps) {
  const [draft, setDraft] = useState(colour);
  useEffect(() => setDraft(colour), [colour]);
  return (
    <input
      type="color"
      aria-label={label}
      data-undo={undo}
      value={draft.toLowerCase()}
      onChange={(event) => {
        const picked = event.currentTarget.value.toUpperCase();
        setDraft(picked);
        onPick(picked);
      }}
      className="h-9 w-11 shrink-0 cursor-pointer rounded-control bg-transparent p-1 max-lg:h-11"
    />
  );
}

interface OwnColourFieldProps {
  readonly label: string;
  /** As `#RRGGBB`; null is the usual one. */
  readonly colour: string | null;
  readonly usual: string;
  /** Whose the usual one is, in words: “As the style has it”. */
  readonly usualWords: string;
  readonly onPick: (colour: string | null) => void;
  readonly undo?: 'project';
}

/** A colour that is the usual one until another is picked, with a way back. */
export function OwnColourField({ label, colour, usual, usualWords, onPick, undo }: OwnColourFieldProps) {
  const words = useId();
  return (
    <fieldset aria-describedby={words} className="relative flex min-h-11 min-w-0 items-center gap-2">
      <legend className="sr-only">{label}</legend>
      <span aria-hidden className="min-w-0 flex-1">
        {label}
        <span id={words} className="block text-small text-text-muted">
          {colour ?? usualWords}
        </span>
      </span>
      {colour !== null && (
        <IconButton label={`${label}: ${usualWords.toLowerCase()}`} onClick={() => onPick(null)}>
          <RotateCcw aria-hidden className="size-4" />
        </IconButton>
      )}
      <ColourField label={label} colour={colour ?? usual} onPick={onPick} {...(undo && { undo })} />
    </fieldset>
  );
}
