/** How far a key moves the playhead. */
export interface PlayheadStep {
  readonly by: -1 | 1;
  readonly unit: 'frame' | 'second';
}

interface Pressed {
  readonly key: string;
  /** The key's place on the keyboard, whatever it types. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const BY_KEY: Readonly<Record<string, PlayheadStep>> = {
  ',': { by: -1, unit: 'frame' },
  '.': { by: 1, unit: 'frame' },
  '<': { by: -1, unit: 'second' },
  '>': { by: 1, unit: 'second' },
};

/** With Shift, comma and full stop type other signs on other keyboards. */
const BY_PLACE_WITH_SHIFT: Readonly<Record<string, PlayheadStep>> = {
  Comma: { by: -1, unit: 'second' },
  Period: { by: 1, unit: 'second' },
};

/** Undefined for keys that mean nothing here. */
export function playheadStepOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): PlayheadStep | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  return BY_KEY[key] ?? (shiftKey ? BY_PLACE_WITH_SHIFT[code] : undefined);
}
