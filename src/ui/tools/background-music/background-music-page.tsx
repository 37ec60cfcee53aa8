import { useStore } from 'zustand';
import { useDropTaker } from '../../media/drop-taker.ts';
import { useEditor } from '../../state/editor.tsx';
import { t } from '../../words/words.ts';
import { ToolDone } from '../tool-done.tsx';
import { ToolPage, useToolAnnouncements } from '../tool-page.tsx';
import { ToolRunning } from '../tool-running.tsx';
import { isChoosing } from '../tool-work.ts';
import { MusicSetup } from './music-setup.tsx';
import type { MusicStep, MusicTool } from './music-tool.ts';

const TRACK_NAME = /\.(?:mp3|wav|m4a|aac|flac|ogg|oga|opus)$/i;

const STEP_WORDS: Readonly<Record<MusicStep, string>> = {
  reading: t`Reading the video`,
  listening: t`Listening to the sound`,
  mixing: t`Putting music under the video`,
};

/** The tool "Background music": a video and a track in, the same pictures with music out. */
export function BackgroundMusicPage() {
  const { musicTool: tool } = useEditor();
  const work = useStore(tool.state, (state) => state.work);
  useDropTaker(t`Drop a video, or the music`, (files) => take(tool, files));
  useToolAnnouncements(tool.state, STEP_WORDS, t`The video with music is ready`);
  return (
    <ToolPage
      title={t`Background music`}
      summary={t`The pictures are copied bit by bit, so nothing of their quality is lost. Nothing leaves this device.`}
      work={work}
      setup={<MusicSetup tool={tool} />}
      running={
        work.kind === 'running' && (
          <ToolRunning label={t`Adding music`} step={work.step} words={STEP_WORDS} onCancel={() => tool.cancel()} />
        )
      }
      done={
        work.kind === 'done' && (
          <ToolDone
            label={t`Video with music`}
            made={work.made}
            again={t`Add music to another`}
            onAgain={() => tool.startOver()}
          />
        )
      }
    />
  );
}

/** A video and its music may come together. Nothing is taken while one is being made. */
function take(tool: MusicTool, files: readonly File[]): void {
  if (!isChoosing(tool.state.getState().work)) return;
  for (const file of files) {
    if (file.type.startsWith('audio/') || TRACK_NAME.test(file.name)) tool.chooseTrack(file);
    else tool.chooseVideo(file);
  }
}
