import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useDropTaker } from '../../media/drop-taker.ts';
import { PageFrame } from '../../pages/page-frame.tsx';
import { Notice } from '../../parts/notice.tsx';
import { announce } from '../../state/announcements.ts';
import { useEditor } from '../../state/editor.tsx';
import { CaptionDone } from './caption-done.tsx';
import { CaptionRunning } from './caption-running.tsx';
import { CaptionSetup } from './caption-setup.tsx';
import type { CaptionTool } from './caption-tool.ts';

const CAPTION_FILE = /\.(?:srt|vtt|ass|ssa)$/i;

/** The tool "Caption a video": a video and its captions in, a video that shows them out. */
export function CaptionVideoPage() {
  const { captionTool } = useEditor();
  const work = useStore(captionTool.state, (state) => state.work);
  useDropTaker('Drop a video, or its captions', (files) => take(captionTool, files));
  useAnnouncement(captionTool);
  return (
    <PageFrame title="Caption a video" summary="The video never leaves this device. Its sound stays as it is.">
      <div className="flex w-full max-w-160 flex-col gap-6">
        {work.kind === 'failed' && (
          <div role="alert">
            <Notice severity="error">{work.error.message}</Notice>
          </div>
        )}
        {(work.kind === 'choosing' || work.kind === 'failed') && <CaptionSetup tool={captionTool} />}
        {(work.kind === 'hearing' || work.kind === 'captioning') && <CaptionRunning tool={captionTool} work={work} />}
        {work.kind === 'done' && <CaptionDone tool={captionTool} made={work.made} files={work.files} />}
      </div>
    </PageFrame>
  );
}

/** A video and captions may come together. Nothing is taken while one is being made. */
function take(tool: CaptionTool, files: readonly File[]): void {
  const { kind } = tool.state.getState().work;
  if (kind !== 'choosing' && kind !== 'failed') return;
  for (const file of files) {
    if (CAPTION_FILE.test(file.name)) void tool.chooseCaptions(file);
    else tool.chooseVideo(file);
  }
}

function useAnnouncement({ state }: CaptionTool): void {
  useEffect(
    () =>
      state.subscribe(({ work }, { work: before }) => {
        if (work.kind === before.kind) return;
        if (work.kind === 'hearing') announce('Listening to what is said');
        if (work.kind === 'captioning') announce('Captioning the video');
        if (work.kind === 'done') announce('The captioned video is ready');
        if (work.kind === 'choosing' && before.kind !== 'done') announce('Cancelled');
      }),
    [state],
  );
}
