import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { findText } from '#core/captions/find.ts';
import type { CaptionTrack, CueRef } from '#core/project/captions.ts';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { announce } from '../state/announcements.ts';
import { useCaptionEdits } from '../state/caption-edits.ts';
import { t } from '../words/words.ts';

interface FindReplaceProps {
  readonly tracks: readonly CaptionTrack[];
  /** Shows the caption that holds a match; the focus stays here. */
  readonly onShow: (ref: CueRef) => void;
}

/** Looks for words in all captions, and puts others in their place. */
export function FindReplace({ tracks, onShow }: FindReplaceProps) {
  const edits = useCaptionEdits();
  const [query, setQuery] = useState('');
  const [replacement, setReplacement] = useState('');
  const [options, setOptions] = useState({ matchCase: false, wholeWords: false });
  const [at, setAt] = useState(-1);
  const matches = useMemo(
    () =>
      tracks.flatMap(({ assetId, cues }) =>
        findText(cues, query, options).map(({ cueId }): CueRef => ({ assetId, cueId })),
      ),
    [tracks, query, options],
  );
  const go = (by: 1 | -1) => {
    if (matches.length === 0) return;
    const next = at < 0 ? (by > 0 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length;
    setAt(next);
    const match = matches[next];
    if (match) onShow(match);
    announce(t`Match ${next + 1} of ${matches.length}`);
  };
  const found = query.trim() === '' ? '' : matches.length === 1 ? t`1 found` : t`${matches.length} found`;
  return (
    <search aria-label={t`Find and replace`} className="flex flex-col gap-2 rounded-control border border-line p-3">
      <TextField
        label={t`Find`}
        value={query}
        onChange={(text) => {
          setQuery(text);
          setAt(-1);
        }}
        onEnter={() => go(1)}
      >
        <IconButton label={t`Previous match`} onClick={() => go(-1)} aria-disabled={matches.length === 0}>
          <ChevronUp aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={t`Next match`} onClick={() => go(1)} aria-disabled={matches.length === 0}>
          <ChevronDown aria-hidden className="size-4" />
        </IconButton>
      </TextField>
      <TextField label={t`Replace with`} value={replacement} onChange={setReplacement}>
        <Button
          size="small"
          aria-disabled={matches.length === 0}
          onClick={() => matches.length > 0 && edits.replaceAll(query, replacement, options)}
        >
          {t`Replace all`}
        </Button>
      </TextField>
      <p role="status" className="min-h-5 text-small text-text-muted tabular-nums">
        {found}
      </p>
      <Toggle
        label={t`Match upper and lower case`}
        checked={options.matchCase}
        onChange={(matchCase) => setOptions({ ...options, matchCase })}
      />
      <Toggle
        label={t`Whole words only`}
        checked={options.wholeWords}
        onChange={(wholeWords) => setOptions({ ...options, wholeWords })}
      />
    </search>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onEnter?: () => void;
  readonly children: ReactNode;
}

function TextField({ label, value, onChange, onEnter, children }: TextFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small text-text-muted">
        {label}
      </label>
      <div className="flex items-center gap-1">
        <input
          id={id}
          dir="auto"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && onEnter?.()}
          className="h-9 w-full min-w-0 rounded-control border border-line-strong bg-surface-2 px-3 max-lg:h-11 max-lg:text-large"
        />
        {children}
      </div>
    </div>
  );
}
