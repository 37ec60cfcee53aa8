import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A file's sound as EBU R 128 measures it, by ffmpeg's own meter. */
export interface MeasuredLoudness {
  /** In LUFS. */
  readonly integrated: number;
  /** In dBTP. */
  readonly truePeak: number;
}

const SUMMARY = /Integrated loudness:\s+I:\s+(-?[\d.]+|-inf) LUFS[\s\S]*True peak:\s+Peak:\s+(-?[\d.]+|-inf) dBFS/;

export async function measureLoudness(file: string): Promise<MeasuredLoudness> {
  // The summary is printed where ffmpeg prints its errors.
  const { stderr } = await promisify(execFile)(
    'ffmpeg',
    [
      '-hide_banner',
      '-nostdin',
      '-nostats',
      '-i',
      file,
      '-vn',
      '-af',
      'ebur128=peak=true:framelog=verbose',
      '-f',
      'null',
      '-',
    ],
    { maxBuffer: 2 ** 24 },
  );
  const found = SUMMARY.exec(stderr);
  if (!found) throw new Error(`ffmpeg measured nothing in ${file}:\n${stderr}`);
  return { integrated: toNumber(found[1]), truePeak: toNumber(found[2]) };
}

function toNumber(text: string | undefined): number {
  return text === '-inf' ? Number.NEGATIVE_INFINITY : Number(text);
}
