import { download } from '../../export/download.ts';
import { Button } from '../../parts/button.tsx';
import { ToolDone } from '../tool-done.tsx';
import type { CaptionTool, MadeCaptions } from './caption-tool.ts';

/** The captioned video, and its captions as files. */
export function CaptionDone({ tool, made: { video, files } }: { tool: CaptionTool; made: MadeCaptions }) {
  return (
    <ToolDone label="Captioned video" made={video} again="Caption another" onAgain={() => tool.startOver()}>
      {files.map((file) => (
        <Button key={file.name} onClick={() => download(file, file.name)}>
          Save {file.name.split('.').at(-1)?.toUpperCase()}
        </Button>
      ))}
    </ToolDone>
  );
}
