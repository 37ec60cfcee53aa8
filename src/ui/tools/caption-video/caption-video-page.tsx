import { useStore } from 'zustand';
import { useDropTaker } from '../../media/drop-taker.ts';
import { useEditor } from '../../state/editor.tsx';
import { t } from '../../words/words.ts';
import { ToolPage, useToolAnnouncements } from '../tool-page.tsx';
import { ToolRunning } from '../tool-running.tsx';
import { isChoosing } from '../tool-work.ts';
import { CaptionDone } from './caption-done.tsx';
import { CaptionSetup } from './caption-setup.tsx';
import type { CaptionStep, CaptionTool } from './caption-tool.ts';

const CAPTION_FILE = /\.(?:srt|vtt|ass|ssa)$/i;

const STEP_WORDS: Readonly<Record<CaptionStep, string>> = {
  loading: t`Loading the model`,
  listening: t`Listening to what is said`,
  reading: t`Reading the video`,
  captioning: t`Putting captions on the video`,
};

/** The tool "Caption a video": a video and its captions in, a video that shows them out. */
export function CaptionVideoPage() {
  const { captionTool: tool } = useEditor();
  const work = useStore(tool.state, (state) => state.work);
  useDropTaker(t`Drop a video, or its captions`, (files) => take(tool, files));
  useToolAnnouncements(tool.state, STEP_WORDS, t`The captioned video is ready`);
  return (
    <ToolPage
      title={t`Caption a video`}
      summary={t`The video never leaves this device. Its sound stays as it is.`}
      work={work}
      setup={<CaptionSetup tool={tool} />}
      running={
        work.kind === 'running' && (
          <ToolRunning label={t`Captioning`} step={work.step} words={STEP_WORDS} onCancel={() => tool.cancel()} />
        )
      }
      done={work.kind === 'done' && <CaptionDone tool={tool} made={work.made} />}
    />
  );
}

/** A video and captions may come together. Nothing is taken while one is being made. */
function take(tool: CaptionTool, files: readonly File[]): void {
  if (!isChoosing(tool.state.getState().work)) return;
  for (const file of files) {
    if (CAPTION_FILE.test(file.name)) void tool.chooseCaptions(file);
    else tool.chooseVideo(file);
  }
}
