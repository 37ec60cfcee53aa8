import { StudioError } from '../errors.ts';
import { safeFileName } from '../text/file-name.ts';

/** What a template of file names may stand for. */
export const NAME_FIELDS = ['project', 'platform', 'date', 'style'] as const;
export type NameField = (typeof NAME_FIELDS)[number];

export const DEFAULT_NAME_TEMPLATE = '{project} {platform}';

/** In characters. */
const LONGEST_TEMPLATE = 120;

/** What is known of a video; empty where there is none, such as a platform. */
export type NameValues = Readonly<Record<NameField, string>>;

/** A file's name without its ending, such as `Spring sale Reels`. What is empty leaves no gap. */
export function outputName(template: string, values: NameValues): string {
  const filled = template.replace(FIELD, (whole, name: string) => (isField(name) ? values[name] : whole));
  const withoutGaps = filled.replace(/([-_·,])(?:\s*[-_·,])+/g, '$1').replace(/^[\s\-_·,]+|[\s\-_·,]+$/g, '');
  return safeFileName(withoutGaps, 'video');
}

/** @throws StudioError `input-invalid` that says which word in braces is not known, or that nothing is. */
export function checkNameTemplate(template: string): string {
  const text = template.trim();
  const unknown = [...text.matchAll(FIELD)].map(([, name = '']) => name).find((name) => !isField(name));
  if (unknown !== undefined) {
    throw refused(`File names know no {${unknown}}. Use ${FIELD_LIST}.`, unknown);
  }
  if (text === '') throw refused(`A file needs a name. Use ${FIELD_LIST}.`, text);
  if (text.length > LONGEST_TEMPLATE) {
    throw refused(`This name is too long: at most ${LONGEST_TEMPLATE} characters. Shorten it.`, text.length);
  }
  return text;
}

/** A day as it stands in a name, such as `2026-05-31`: sorted by name, files are sorted by day. */
export function dayInName({ year, month, day }: { year: number; month: number; day: number }): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${year}-${digits(month)}-${digits(day)}`;
}

const FIELD = /\{([^{}]*)\}/g;
const FIELD_LIST = NAME_FIELDS.map((name) => `{${name}}`).join(', ');

function isField(name: string): name is NameField {
  return NAME_FIELDS.some((field) => field === name);
}

function refused(message: string, value: string | number): StudioError {
  return new StudioError('input-invalid', message, { rule: 'template of file names', value });
}
