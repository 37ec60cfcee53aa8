import { StudioError } from '../errors.ts';
import type { CheckName, OutputCheck, OutputReport } from './output-report.ts';

interface Wording {
  /** What was looked at. */
  readonly subject: string;
  /** A whole sentence about a check that failed. */
  readonly failed: (measured: string, limit: string) => string;
}

const WORDS: Record<CheckName, Wording> = {
  readable: {
    subject: 'The file opens',
    failed: (measured) => `The file cannot be read: ${measured}.`,
  },
  codecs: {
    subject: 'Picture and sound are H.264 and AAC',
    failed: (measured, limit) => `The file holds ${measured} instead of ${limit}.`,
  },
  sizePixels: {
    subject: 'The picture has the right size',
    failed: (measured, limit) => `The picture is ${measured} pixels instead of ${limit}.`,
  },
  colours: {
    subject: 'Colours are marked so that players show them right',
    failed: (measured, limit) => `The colours are marked as ${measured} instead of ${limit}.`,
  },
  frames: {
    subject: 'Every frame is in the file',
    failed: (measured, limit) => `The file has ${measured} frames instead of ${limit}.`,
  },
  frameTimeErrorMilliseconds: {
    subject: 'Every frame stands at its time',
    failed: (measured) => `A frame is ${measured} ms away from its time.`,
  },
  durationErrorMilliseconds: {
    subject: 'Picture and sound have the right length',
    failed: (measured) => `Picture or sound is ${measured} ms too long or too short.`,
  },
  decodedFrames: {
    subject: 'Every frame can be played',
    failed: (measured, limit) => `Only ${measured} of ${limit} frames can be played.`,
  },
  blackFrames: {
    subject: 'No picture is black that should not be',
    failed: (measured) => `${measured} frames are black where the video is not.`,
  },
  frozenFrames: {
    subject: 'The picture never stands still where it should move',
    failed: (measured) => `The picture stands still for ${measured} frames where it should move.`,
  },
  lowestPictureDecibels: {
    subject: 'Pictures look as they were drawn',
    failed: (measured, limit) =>
      `A picture is too far from what was drawn (${measured} dB; at least ${limit} dB are needed).`,
  },
  misplacedFrames: {
    subject: 'Pictures come in the right order',
    failed: (measured) => `${measured} of the pictures that were looked at belong to another time.`,
  },
  soundStartMilliseconds: {
    subject: 'Sound begins with the picture',
    failed: (measured) => `The sound begins ${measured} ms after the picture.`,
  },
  silentMilliseconds: {
    subject: 'Sound is heard wherever it should be',
    failed: (measured) => `The sound is missing for ${measured} ms.`,
  },
  soundLikenessPercent: {
    subject: 'The sound is the one that was mixed',
    failed: (measured) => `The sound is like the mix only to ${measured} percent.`,
  },
  soundOffsetMilliseconds: {
    subject: 'Sound and picture are together',
    failed: (measured) => `Sound and picture are ${measured} ms apart.`,
  },
};

/** One check as a sentence that a person understands. */
export function checkInWords({ name, passed, measured, limit }: OutputCheck): string {
  const { subject, failed } = WORDS[name];
  if (!passed) return failed(String(measured ?? 'unknown'), String(limit));
  return measured === null ? `${subject}: nothing to measure.` : `${subject}.`;
}

/** The report's lines, those of failed checks first. */
export function reportInWords({ checks }: OutputReport): string[] {
  return [...checks].sort((a, b) => Number(a.passed) - Number(b.passed)).map(checkInWords);
}

/** Why a file that was refused is not handed out. Making it again may give a good one. */
export function wrongOutputError({ checks }: OutputReport): StudioError {
  const failed = checks.filter((check) => !check.passed);
  const [first] = failed;
  const found = failed.map(checkInWords).join(' ');
  return new StudioError('output-wrong', `The finished video did not pass its check. ${found} Export it again.`, {
    rule: first ? `${first.name} ${first.rule} ${first.limit}` : 'passes every check',
    value: first?.measured ?? 'unknown',
  });
}
