import { Button } from '../../parts/button.tsx';
import { download } from '../../save/download.ts';
import { t } from '../../words/words.ts';
import { ToolDone } from '../tool-done.tsx';
import type { CaptionTool, MadeCaptions } from './caption-tool.ts';

/** The captioned video, and its captions as files. */
export function CaptionDone({ tool, made: { video, files } }: { tool: CaptionTool; made: MadeCaptions }) {
  return (
    <ToolDone label={t`Captioned video`} made={video} again={t`Caption another`} onAgain={() => tool.startOver()}>
      {files.map((file) => (
        <Button key={file.name} onClick={() => download(file)}>
          {t`Save ${(file.name.split('.').at(-1) ?? '').toUpperCase()}`}
        </Button>
      ))}
    </ToolDone>
  );
}
