/** One reason why a render would fail (`error`) or would not look as meant (`warning`). */
export interface RenderIssue {
  readonly severity: 'error' | 'warning';
  readonly code:
    | 'no-items'
    | 'too-many-items'
    | 'hook-too-long'
    | 'hook-glyph-missing'
    | 'caption-glyph-missing'
    | 'media-missing'
    | 'logo-missing'
    | 'font-missing'
    | 'no-encoder'
    | 'disk-full'
    | 'memory-low'
    | 'too-long-for-platform'
    | 'too-large-for-platform';
  readonly message: string;
}

/** What a person is told about characters that no font has. */
export function glyphsMissing(characters: readonly string[]): string {
  const list = characters.map((character) => `“${character}”`).join(', ');
  return `No font here can draw ${list}. Replace it, or it will show as an empty box.`;
}
