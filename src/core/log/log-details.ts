import type { JsonValue, LogDetails } from './log-entry.ts';

/** Of one text, in characters; a stack of a browser fits in. */
const LONGEST_TEXT = 1_000;
/** Of one list or object. */
const MOST_PARTS = 30;
const DEEPEST = 4;

/**
 * Anything as details of a log entry: JSON of a limited size. What is no plain data (a file, bytes, a picture) is named,
 * not copied: the log holds no contents.
 */
export function toLogDetails(facts: Readonly<Record<string, unknown>>): LogDetails {
  return objectOf(facts, 0);
}

function jsonOf(value: unknown, depth: number): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return shortened(value);
  // JSON has no negative zero: the sum makes it zero.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
  if (typeof value !== 'object') return `[${typeof value}]`;
  if (value instanceof Error) return shortened(`${value.name}: ${value.message}`);
  if (depth >= DEEPEST) return '[deeper]';
  if (Array.isArray(value)) return listOf(value, depth);
  if (isPlain(value)) return objectOf(value, depth);
  return `[${value.constructor?.name ?? 'object'}]`;
}

function listOf(values: readonly unknown[], depth: number): JsonValue {
  const kept = values.slice(0, MOST_PARTS).map((value) => jsonOf(value, depth + 1));
  const left = values.length - kept.length;
  return left > 0 ? [...kept, `[${left} more]`] : kept;
}

function objectOf(facts: Readonly<Record<string, unknown>>, depth: number): LogDetails {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.slice(0, MOST_PARTS).map(([key, value]) => [key, jsonOf(value, depth + 1)]));
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)`;
}
