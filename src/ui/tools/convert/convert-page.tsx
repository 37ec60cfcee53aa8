import { useStore } from 'zustand';
import { useDropTaker } from '../../media/drop-taker.ts';
import { useEditor } from '../../state/editor.tsx';
import { t } from '../../words/words.ts';
import { ToolDone } from '../tool-done.tsx';
import { ToolPage, useToolAnnouncements } from '../tool-page.tsx';
import { ToolRunning } from '../tool-running.tsx';
import { isChoosing } from '../tool-work.ts';
import { ConvertSetup } from './convert-setup.tsx';
import type { ConvertStep, ConvertTool } from './convert-tool.ts';

const STEP_WORDS: Readonly<Record<ConvertStep, string>> = {
  reading: t`Reading the file`,
  converting: t`Converting`,
  drawing: t`Drawing the pictures`,
  encoding: t`Putting the pictures together`,
};

/** The tool "Convert a file": a video or a sound in, another kind of file out. */
export function ConvertPage() {
  const { convertTool: tool } = useEditor();
  const work = useStore(tool.state, (state) => state.work);
  useDropTaker(t`Drop a video or a sound`, (files) => take(tool, files));
  useToolAnnouncements(tool.state, STEP_WORDS, t`The converted file is ready`);
  return (
    <ToolPage
      title={t`Convert a file`}
      summary={t`MP4 for the web, WebM, GIF, WebP, MP3 or WAV. Nothing leaves this device.`}
      work={work}
      setup={<ConvertSetup tool={tool} />}
      running={
        work.kind === 'running' && (
          <ToolRunning label={t`Converting`} step={work.step} words={STEP_WORDS} onCancel={() => tool.cancel()} />
        )
      }
      done={
        work.kind === 'done' && (
          <ToolDone
            label={t`Converted file`}
            made={{ video: work.made.file, frames: work.made.frames }}
            again={t`Convert another`}
            onAgain={() => tool.startOver()}
          />
        )
      }
    />
  );
}

/** Nothing is taken while a file is being made. */
function take(tool: ConvertTool, [file]: readonly File[]): void {
  if (file && isChoosing(tool.state.getState().work)) void tool.choose({ name: file.name, given: file });
}
