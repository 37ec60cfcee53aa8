import { Download, FolderDown, Share2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { t } from '../words/words.ts';
import { download } from './download.ts';
import { canChooseFile } from './pickers.ts';
import { saveAs } from './save-as.ts';
import { canShare, type ShareWords, shareFile } from './share.ts';

interface SaveActionsProps {
  /** Undefined while it is looked up. */
  readonly file: File | undefined;
  /** On the button that downloads it, such as `Download video`. */
  readonly label: string;
  /** Gold where saving is the next thing to do. */
  readonly tone?: 'primary' | 'quiet';
  readonly words: ShareWords;
  /** Further buttons of the same row. */
  readonly children?: ReactNode;
}

/** The ways of a file out of the studio: a download everywhere; another place and other apps where the browser can. */
export function SaveActions({ file, label, tone = 'primary', words, children }: SaveActionsProps) {
  const { failure, attempt } = useAttempt();
  const [saved, setSaved] = useState<string | null>(null);
  const saveWhereChosen = () =>
    attempt(async () => {
      if (!file) return;
      setSaved(null);
      const name = await saveAs(file);
      if (name === null) return;
      setSaved(name);
      announce(t`${name} was saved`);
    });
  return (
    <div className="flex flex-col gap-2">
      {failure !== null && (
        <div role="alert">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      <Button tone={tone} size="large" className="px-2" aria-disabled={!file} onClick={() => file && download(file)}>
        <Download aria-hidden className="size-5 max-lg:hidden" />
        {label}
      </Button>
      <div className="flex flex-wrap gap-2 *:flex-1">
        {file && canShare(file) && (
          <Button className="px-2" onClick={() => attempt(() => shareFile(file, words))}>
            <Share2 aria-hidden className="size-4" />
            {t`Share`}
          </Button>
        )}
        {canChooseFile() && (
          <Button className="px-2" aria-disabled={!file} onClick={saveWhereChosen}>
            <FolderDown aria-hidden className="size-4" />
            {t`Save as`}
          </Button>
        )}
        {children}
      </div>
      {saved !== null && <Notice severity="info">{t`Saved as ${saved}.`}</Notice>}
    </div>
  );
}
