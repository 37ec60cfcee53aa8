import { useStore } from 'zustand';
import { useDropTaker } from '../../media/drop-taker.ts';
import { useEditor } from '../../state/editor.tsx';
import { ToolDone } from '../tool-done.tsx';
import { ToolPage, useToolAnnouncements } from '../tool-page.tsx';
import { ToolRunning } from '../tool-running.tsx';
import { isChoosing } from '../tool-work.ts';
import { ConvertSetup } from './convert-setup.tsx';
import type { ConvertStep, ConvertTool } from './convert-tool.ts';

const STEP_WORDS: Readonly<Record<ConvertStep, string>> = {
  reading: 'Reading the file',
  converting: 'Converting',
  drawing: 'Drawing the pictures',
  encoding: 'Putting the pictures together',
};

/** The tool "Convert a file": a video or a sound in, another kind of file out. */
export function ConvertPage() {
  const { convertTool: tool } = useEditor();
  const work = useStore(tool.state, (state) => state.work);
  useDropTaker('Drop a video or a sound', (files) => take(tool, files));
  useToolAnnouncements(tool.state, STEP_WORDS, 'The converted file is ready');
  return (
    <ToolPage
      title="Convert a file"
      summary="MP4 for the web, WebM, GIF, WebP, MP3 or WAV. Nothing leaves this device."
      work={work}
      setup={<ConvertSetup tool={tool} />}
      running={
        work.kind === 'running' && (
          <ToolRunning label="Converting" step={work.step} words={STEP_WORDS} onCancel={() => tool.cancel()} />
        )
      }
      done={
        work.kind === 'done' && (
          <ToolDone
            label="Converted file"
            made={{ video: work.made.file, frames: work.made.frames }}
            again="Convert another"
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
