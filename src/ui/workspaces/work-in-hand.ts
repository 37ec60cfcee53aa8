import type { Editor } from '../state/editor.tsx';
import { locale, t } from '../words/words.ts';

/** What the end of this page would cut short, in words; null where there is nothing. Exports go on by themselves. */
export function workInHand({
  imports,
  captioning,
  captionTool,
  musicTool,
  mergeTool,
  batchTool,
  archives,
}: Editor): string | null {
  const work = [
    imports.state.getState().files.length > 0 && t`files are being imported`,
    captioning.state.getState().run !== null && t`captions are being made`,
    captionTool.state.getState().work.kind === 'running' && t`a video is being captioned`,
    musicTool.state.getState().work.kind === 'running' && t`music is being put under a video`,
    mergeTool.state.getState().work.kind === 'running' && t`scenes are being imported`,
    batchTool.state.getState().importing !== null && t`files of a batch are being imported`,
    batchTool.saving.state.getState().kind === 'saving' && t`the videos of a batch are being saved`,
    archives.state.getState().work.kind === 'running' && t`a workspace is being exported or imported`,
  ];
  const words = work.filter((one) => one !== false);
  return words.length === 0 ? null : new Intl.ListFormat(locale()).format(words);
}
