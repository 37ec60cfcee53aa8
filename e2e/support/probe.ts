import { open } from 'node:fs/promises';
import { runProgram } from './process.ts';

/** Facts of a media file as ffprobe reads them, independent of the product's own reader. */

export interface VideoStream {
  readonly codec_name: string;
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  readonly pix_fmt: string;
  readonly color_range: string;
  readonly color_space: string;
  readonly color_transfer: string;
  readonly color_primaries: string;
  /** As fractions, e.g. `30/1`. Equal for a constant rate. */
  readonly r_frame_rate: string;
  readonly avg_frame_rate: string;
  /** Frames that were decoded, not those that the header names. */
  readonly nb_read_frames: string;
  /** In seconds. */
  readonly start_time: string;
  readonly duration: string;
  readonly bit_rate: string;
}

export interface AudioStream {
  readonly codec_name: string;
  readonly profile: string;
  readonly sample_rate: string;
  readonly channels: number;
  /** In seconds. */
  readonly start_time: string;
  readonly duration: string;
}

export interface MediaReport {
  readonly video: VideoStream;
  readonly audio: AudioStream;
  /** Of the whole file, in seconds. */
  readonly duration: number;
}

/** Decodes every frame to count it: takes about a second for 30 s of video. */
export async function probeMedia(file: string): Promise<MediaReport> {
  const output = await runProgram('ffprobe', [
    ...['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', file],
  ]);
  const report = JSON.parse(output.toString()) as {
    streams: { codec_type: string }[];
    format: { duration: string };
  };
  const streamOf = (type: string) => {
    const found = report.streams.filter((stream) => stream.codec_type === type);
    if (found.length !== 1) throw new Error(`${file} has ${found.length} ${type} streams, not one.`);
    return found[0] as unknown;
  };
  return {
    video: streamOf('video') as VideoStream,
    audio: streamOf('audio') as AudioStream,
    duration: Number(report.format.duration),
  };
}

/** Presentation times of all video frames in seconds, in the order of the file. */
export async function frameTimes(file: string): Promise<number[]> {
  const output = await runProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', file],
  ]);
  return output
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number.parseFloat(line));
}

/** Presentation times of the keyframes, in seconds. */
export async function keyframeTimes(file: string): Promise<number[]> {
  const output = await runProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'packet=pts_time,flags', '-of', 'csv=p=0', file],
  ]);
  return output
    .toString()
    .split('\n')
    .filter((line) => line.includes('K'))
    .map((line) => Number.parseFloat(line));
}

/** Types of an MP4's top-level boxes in the order of the file, e.g. `['ftyp', 'moov', 'mdat']`. */
export async function boxOrder(file: string): Promise<string[]> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const header = Buffer.alloc(16);
    const types: string[] = [];
    for (let offset = 0; offset < size; ) {
      const { bytesRead } = await handle.read(header, 0, 16, offset);
      if (bytesRead < 8) throw new Error(`${file} ends inside a box header at byte ${offset}.`);
      types.push(header.toString('latin1', 4, 8));
      const length = boxLength(header, size - offset);
      if (length < 8) throw new Error(`${file} has a box of ${length} bytes at byte ${offset}.`);
      offset += length;
    }
    return types;
  } finally {
    await handle.close();
  }
}

/** ISO/IEC 14496-12, 4.2: a length of 1 means 64 bits follow the type, 0 means up to the end of the file. */
function boxLength(header: Buffer, rest: number): number {
  const length = header.readUInt32BE(0);
  if (length === 1) return Number(header.readBigUInt64BE(8));
  return length === 0 ? rest : length;
}
