import { parseAss, writeAss } from '#core/captions/ass.ts';
import { assHeadOf, styledBySpeaker, writesWordTimes } from '#core/captions/ass-look.ts';
import type { CaptionFormat } from '#core/captions/file-error.ts';
import { encodingOf } from '#core/captions/file-lines.ts';
import type { CaptionLook } from '#core/captions/looks.ts';
import type { CaptionSpeaker } from '#core/captions/speakers.ts';
import { parseSrt, writeSrt } from '#core/captions/srt.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { parseWebVtt, writeWebVtt } from '#core/captions/webvtt.ts';
import { StudioError } from '#core/errors.ts';
import type { Size } from '#core/geometry.ts';
import { captionArea } from '#core/scene/caption-layer.ts';

/** Files of captions, as they come from disk and go there. */

export const CAPTION_FORMATS: readonly CaptionFormat[] = ['SRT', 'WebVTT', 'ASS'];

const FILES: Record<CaptionFormat, { readonly ending: string; readonly mimeType: string }> = {
  SRT: { ending: 'srt', mimeType: 'application/x-subrip' },
  WebVTT: { ending: 'vtt', mimeType: 'text/vtt' },
  ASS: { ending: 'ass', mimeType: 'text/x-ssa' },
};

/** No caption file is larger, in bytes: an hour of speech is about 100 kB. */
const LARGEST_BYTES = 20_000_000;

/**
 * Captions of a file as they stand in it; `settleCues` fits them to a video.
 * @throws StudioError `file-too-large`, `file-empty`, or `file-damaged` naming the line.
 */
export async function readCaptionFile(file: File): Promise<readonly Cue[]> {
  if (file.size > LARGEST_BYTES) {
    throw new StudioError(
      'file-too-large',
      `“${file.name}” is too large for a file of captions: at most ${LARGEST_BYTES / 1e6} MB. Choose an SRT, WebVTT or ASS file.`,
      { file: file.name, rule: `at most ${LARGEST_BYTES} bytes`, value: file.size },
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const cues = parse(formatOf(file.name, text), text);
  if (cues.length > 0) return cues;
  throw new StudioError('file-empty', `“${file.name}” has no captions in it. Choose another file.`, {
    file: file.name,
    rule: 'at least one caption',
  });
}

/** Captions as a video shows them. */
export interface ShownCaptions {
  /** In the time of the video. */
  readonly cues: readonly Cue[];
  readonly look: CaptionLook;
  readonly speakers: readonly CaptionSpeaker[];
  /** The picture that they lie on, in pixels. */
  readonly canvas: Size;
}

/** @param name without an ending. */
export function captionFile(name: string, format: CaptionFormat, captions: ShownCaptions): File {
  const { ending, mimeType } = FILES[format];
  return new File([write(format, captions)], `${name}.${ending}`, { type: mimeType });
}

/** By its ending; by its first words where that says nothing. */
function formatOf(name: string, text: string): CaptionFormat {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  const known = CAPTION_FORMATS.find((format) => FILES[format].ending === ending);
  if (known) return known;
  if (ending === 'ssa' || /^\ufeff?\s*\[Script Info\]/i.test(text)) return 'ASS';
  return /^\ufeff?WEBVTT/.test(text) ? 'WebVTT' : 'SRT';
}

function parse(format: CaptionFormat, text: string): readonly Cue[] {
  switch (format) {
    case 'SRT':
      return parseSrt(text);
    case 'WebVTT':
      return parseWebVtt(text).cues;
    case 'ASS':
      return parseAss(text).cues;
  }
}

/** ASS alone has a place for the look, and SRT has none for who speaks. */
function write(format: CaptionFormat, { cues, look, speakers, canvas }: ShownCaptions): string {
  switch (format) {
    case 'SRT':
      return writeSrt(cues);
    case 'WebVTT':
      return writeWebVtt(cues, { wordTimes: true, speakers });
    case 'ASS':
      return writeAss(styledBySpeaker(cues, speakers), {
        head: assHeadOf(look, canvas, captionArea(canvas), speakers),
        wordTimes: writesWordTimes(look),
      });
  }
}
