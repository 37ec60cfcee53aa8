import type { RenderSettings } from '../render/settings.ts';

/** What a render takes of the machine while it runs, in bytes. */
export interface RenderNeeds {
  readonly diskBytes: number;
  readonly memoryBytes: number;
}

/** What a video holds, as far as memory goes. */
export interface RenderContent {
  /** Different photos, drawn frames of the person's own included. */
  readonly photos: number;
  /** Different clips. */
  readonly clips: number;
  /** Workers that draw at the same time. */
  readonly workers: number;
}

const MB = 1e6;

/** Encoders miss the bit rate that they are asked for, mostly by being below it. */
const BIT_RATE_OVERSHOOT = 1.1;

/** The small picture, the tables of the file, and the rows of job and segments. */
const BESIDE_THE_VIDEO_BYTES = 2 * MB;

/**
 * The most that one export holds on disk at any moment, in bytes: every segment stays until the finished file has been
 * put together from all of them, so that at its end each packet lies there twice. Afterwards `outputBytes` remain.
 */
export function diskNeeded(outputBytes: number): number {
  return Math.ceil(2 * outputBytes * BIT_RATE_OVERSHOOT) + BESIDE_THE_VIDEO_BYTES;
}

/** A worker with its compositor, fonts and encoder, before its first frame. */
const WORKER_BYTES = 60 * MB;
/** RGBA pictures of the output's size that a compositor holds: the canvas, what is drawn into it, what is read back. */
const CANVASES = 3;
/** I420 pictures that wait in an encoder, its own look-ahead included. */
const ENCODER_PICTURES = 24;
/** I420 pictures that an open decoder holds, and the runs of clips that are open at the same time. */
const DECODER_PICTURES = 24;
const OPEN_RUNS = 2;
/** Photos are decoded a little larger than they are shown, so that they can be moved. */
const PHOTO_SCALE = 1.1;
const RGBA_BYTES = 4;
const I420_BYTES = 1.5;

/** The most memory that one export takes above the idle page, in bytes: it does not grow with the length of the video. */
export function memoryNeeded({ size }: RenderSettings, { photos, clips, workers }: RenderContent): number {
  const pixels = size.width * size.height;
  const drawing = CANVASES * RGBA_BYTES + ENCODER_PICTURES * I420_BYTES;
  const pictures = photos * RGBA_BYTES * PHOTO_SCALE ** 2;
  const decoding = Math.min(OPEN_RUNS, clips) * DECODER_PICTURES * I420_BYTES;
  return workers * Math.ceil(WORKER_BYTES + pixels * (drawing + pictures + decoding));
}
