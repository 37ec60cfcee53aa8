import { t } from '../words/words.ts';

/** What a key does to the shot that has the focus. */
export type ShotKey =
  | { readonly do: 'select' | 'move' | 'trim'; readonly by: -1 | 1 }
  | { readonly do: 'split' | 'duplicate' | 'remove' };

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const PLAIN: Readonly<Record<string, ShotKey>> = {
  ArrowLeft: { do: 'select', by: -1 },
  ArrowRight: { do: 'select', by: 1 },
  '[': { do: 'trim', by: -1 },
  ']': { do: 'trim', by: 1 },
  s: { do: 'split' },
  d: { do: 'duplicate' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
};

const WITH_ALT: Readonly<Record<string, ShotKey>> = {
  ArrowLeft: { do: 'move', by: -1 },
  ArrowRight: { do: 'move', by: 1 },
};

/** Undefined for keys that mean nothing here. Brackets need Alt on some keyboards (AltGr). */
export function shotKeyOf({ key, altKey, ctrlKey, metaKey }: Pressed): ShotKey | undefined {
  if (key === '[' || key === ']') return PLAIN[key];
  if (ctrlKey || metaKey) return undefined;
  return altKey ? WITH_ALT[key] : PLAIN[key.length === 1 ? key.toLowerCase() : key];
}

/** For the sheet that lists them. */
export const SHORTCUTS: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: 'Space', what: t`Play or pause` },
  { keys: ', .', what: t`Step one frame back or on` },
  { keys: 'Shift , .', what: t`Step one second back or on` },
  { keys: 'Ctrl Z', what: t`Undo` },
  { keys: 'Ctrl Shift Z', what: t`Redo` },
  { keys: '← →', what: t`Choose a shot on the timeline` },
  { keys: 'Alt ← →', what: t`Move the shot` },
  { keys: '[ ]', what: t`Trim its end to the beat before or after` },
  { keys: 'S', what: t`Split it at the playhead` },
  { keys: 'D', what: t`Duplicate it` },
  { keys: 'Delete', what: t`Delete it` },
  { keys: 'Shift F10', what: t`Open its menu` },
  { keys: 'Alt while dragging', what: t`Leave the beats` },
  { keys: '?', what: t`Show this list` },
];
