/** What a finished file must be, in the order in which it is looked at. Numbers carry their unit in the name. */
export const CHECK_NAMES = [
  'readable',
  'codecs',
  'sizePixels',
  'frames',
  'frameTimeErrorMilliseconds',
  'durationErrorMilliseconds',
  'colours',
  'decodedFrames',
  'blackFrames',
  'frozenFrames',
  'lowestPictureDecibels',
  'misplacedFrames',
  'soundStartMilliseconds',
  'silentMilliseconds',
  'soundLikenessPercent',
  'soundOffsetMilliseconds',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

export const CHECK_RULES = ['is', 'at-most', 'at-least'] as const;
export type CheckRule = (typeof CHECK_RULES)[number];

export interface OutputCheck {
  readonly name: CheckName;
  readonly passed: boolean;
  /** Null where there was nothing to measure, or this browser has no means to: it then counts as passed. */
  readonly measured: number | string | null;
  readonly rule: CheckRule;
  readonly limit: number | string;
}

/** What looking at a finished file found. JSON: it is kept with its job. */
export interface OutputReport {
  readonly passed: boolean;
  readonly checks: readonly OutputCheck[];
  /** What the looking took. */
  readonly milliseconds: number;
}

export function checkIs(name: CheckName, measured: number | string, limit: number | string): OutputCheck {
  return { name, passed: measured === limit, measured, rule: 'is', limit };
}

export function checkAtMost(name: CheckName, measured: number, limit: number): OutputCheck {
  return { name, passed: measured <= limit, measured: rounded(measured), rule: 'at-most', limit: rounded(limit) };
}

export function checkAtLeast(name: CheckName, measured: number, limit: number): OutputCheck {
  return { name, passed: measured >= limit, measured: rounded(measured), rule: 'at-least', limit: rounded(limit) };
}

/** The same check where there was nothing to measure. */
export function unmeasured({ name, rule, limit }: OutputCheck): OutputCheck {
  return { name, passed: true, measured: null, rule, limit };
}

export function reportOf(checks: readonly OutputCheck[], milliseconds: number): OutputReport {
  return { passed: checks.every((check) => check.passed), checks, milliseconds: Math.round(milliseconds) };
}

/** Rows and reports need no more than three decimals. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
