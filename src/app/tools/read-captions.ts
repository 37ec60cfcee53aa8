import { parseSrt } from '#core/captions/srt.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { parseWebVtt } from '#core/captions/webvtt.ts';

/** What stands in an SRT or WebVTT file. @throws StudioError `file-damaged` naming the line. */
export function readCaptions(text: string): readonly Cue[] {
  return /^\ufeff?WEBVTT/.test(text) ? parseWebVtt(text).cues : parseSrt(text);
}
