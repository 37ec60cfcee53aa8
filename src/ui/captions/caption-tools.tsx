import { Download, FileUp, Plus, Search } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import { CAPTION_FORMATS, captionFile, readCaptionFile } from '#app/captions/caption-files.ts';
import type { CaptionFormat } from '#core/captions/file-error.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import { captionLookOf } from '#core/project/captions.ts';
import { safeFileName } from '#core/text/file-name.ts';
import { clipsOf } from '#core/timeline/timeline.ts';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { MENU, MENU_ITEM } from '../parts/menu-look.ts';
import { Notice } from '../parts/notice.tsx';
import { download } from '../save/download.ts';
import { announce } from '../state/announcements.ts';
import { useCaptionEdits } from '../state/caption-edits.ts';
import { useProject } from '../state/editor.tsx';
import { useTimeline } from '../state/timeline.tsx';
import { t, translate } from '../words/words.ts';
import type { FocusRequest } from './track-list.tsx';
import { cueKey, useCaptionTimes } from './use-caption-times.ts';
import { useSpeakers } from './use-speakers.ts';

const NEW_TEXT = t`New caption`;
/** How long a caption stays that is typed by hand, in seconds, unless another comes. */
const NEW_SECONDS = 2;

interface CaptionToolsProps {
  readonly finding: boolean;
  readonly onFind: () => void;
  readonly onFocus: (request: FocusRequest) => void;
}

/** Adds a caption, looks for words, takes captions from a file and gives them to one. */
export function CaptionTools({ finding, onFind, onFocus }: CaptionToolsProps) {
  const [refusal, setRefusal] = useState<StudioError | null>(null);
  const add = useAdding(onFocus);
  return (
    <>
      <div role="toolbar" aria-label={t`Caption tools`} className="flex items-center gap-1">
        <Button size="small" onClick={add} className="me-auto">
          <Plus aria-hidden className="size-4" />
          {t`Add caption`}
        </Button>
        <IconButton label={t`Find and replace`} aria-pressed={finding} onClick={onFind}>
          <Search aria-hidden className="size-4" />
        </IconButton>
        <ImportButton onRefused={setRefusal} />
        <SaveMenu />
      </div>
      {refusal && (
        <div role="alert">
          <Notice severity="error" onDismiss={() => setRefusal(null)}>
            {translate(refusal.message)}
          </Notice>
        </div>
      )}
    </>
  );
}

/** A caption at the playhead: of the sound that has captions there, else of the video itself. */
function useAdding(onFocus: CaptionToolsProps['onFocus']): () => void {
  const edits = useCaptionEdits();
  const times = useCaptionTimes();
  const tracks = useProject(({ captions }) => captions.tracks);
  return () => {
    const track = tracks.find(({ assetId }) => times.soundTimeAtPlayhead(assetId) !== null);
    const assetId = track?.assetId ?? null;
    const start = times.soundTimeAtPlayhead(assetId) ?? 0;
    // A sound's own length is not known here; what is cut away is not shown.
    const duration = assetId === null ? times.videoSeconds : Number.POSITIVE_INFINITY;
    const made = edits.add(assetId, { start, end: start + NEW_SECONDS }, NEW_TEXT, duration);
    if (made) onFocus({ key: cueKey(made), caret: 'all' });
  };
}

function ImportButton({ onRefused }: { onRefused: (error: StudioError | null) => void }) {
  const edits = useCaptionEdits();
  const { videoSeconds } = useCaptionTimes();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      edits.take(await readCaptionFile(file), videoSeconds);
      onRefused(null);
    } catch (thrown) {
      onRefused(toStudioError(thrown));
    }
  };
  return (
    <>
      <IconButton label={t`Import captions`} onClick={() => input.current?.click()}>
        <FileUp aria-hidden className="size-4" />
      </IconButton>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t`Caption file`}
        accept=".srt,.vtt,.ass,.ssa,text/vtt,application/x-subrip"
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** The captions as the video shows them, as a file. */
function SaveMenu() {
  const name = useProject((project) => project.name);
  const timeline = useTimeline();
  const look = useProject(({ captions }) => captions.look);
  const speakers = useSpeakers();
  const cues = timeline ? clipsOf(timeline, 'caption').map(({ cue }) => cue) : [];
  const save = (format: CaptionFormat) => {
    if (!timeline) return;
    const shown = { cues, look: captionLookOf(look), speakers, canvas: timeline.canvas };
    const file = captionFile(safeFileName(name, 'captions'), format, shown);
    download(file);
    announce(t`${file.name} saved`);
  };
  if (cues.length === 0) {
    return (
      <IconButton label={t`The video shows no captions to save`} aria-disabled>
        <Download aria-hidden className="size-4" />
      </IconButton>
    );
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t`Save captions as a file`}>
          <Download aria-hidden className="size-4" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={MENU}>
          {CAPTION_FORMATS.map((format) => (
            <DropdownMenu.Item key={format} onSelect={() => save(format)} className={MENU_ITEM}>
              {format === 'SRT' && speakers.length > 0 ? t`SRT, without speakers` : format}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
