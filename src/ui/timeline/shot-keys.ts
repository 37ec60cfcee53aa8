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
  { keys: 'Space', what: 'Play or pause' },
  { keys: ', .', what: 'Step one frame back or on' },
  { keys: 'Shift , .', what: 'Step one second back or on' },
  { keys: 'Ctrl Z', what: 'Undo' },
  { keys: 'Ctrl Shift Z', what: 'Redo' },
  { keys: '← →', what: 'Choose a shot on the timeline' },
  { keys: 'Alt ← →', what: 'Move the shot' },
  { keys: '[ ]', what: 'Trim its end to the beat before or after' },
  { keys: 'S', what: 'Split it at the playhead' },
  { keys: 'D', what: 'Duplicate it' },
  { keys: 'Delete', what: 'Delete it' },
  { keys: 'Shift F10', what: 'Open its menu' },
  { keys: 'Alt while dragging', what: 'Leave the beats' },
  { keys: '?', what: 'Show this list' },
];
