import {
  Copy,
  Keyboard,
  type LucideIcon,
  Maximize2,
  RefreshCw,
  Scissors,
  SlidersHorizontal,
  Trash2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { usePickReplacement } from '../media/file-picking.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useIsDesktop } from '../parts/media-query.ts';
import { useEditor, useView } from '../state/editor.tsx';
import { useSelectedItem, useSelectedShot } from '../state/selection.ts';
import { useShotEdits } from '../state/shot-edits.ts';
import type { Zoom } from './use-zoom.ts';

/** What can be done with the selected shot, and how large the strip is shown. */
export function TimelineTools({ zoom }: { zoom: Zoom }) {
  const { view } = useEditor();
  const isDesktop = useIsDesktop();
  const shot = useSelectedShot();
  const item = useSelectedItem();
  const edits = useShotEdits();
  const replace = usePickReplacement();
  const problem = useView((state) => state.editProblem);
  return (
    <div role="toolbar" aria-label="Timeline tools" className="flex items-center gap-1 max-lg:overflow-x-auto">
      <ShotTool icon={Scissors} label="Split at playhead" shortcut="S" shot={shot} onUse={edits.split} />
      <ShotTool icon={Copy} label="Duplicate shot" shortcut="D" shot={shot} onUse={edits.duplicate} />
      <ShotTool icon={RefreshCw} label="Replace shot" shot={shot} onUse={() => item && replace(item.id)} />
      <ShotTool icon={Trash2} label="Delete shot" shortcut="Delete" shot={shot} onUse={edits.remove} />
      {!isDesktop && (
        <ShotTool
          icon={SlidersHorizontal}
          label="Shot settings"
          shot={shot}
          onUse={() => view.setState({ panel: 'shot' })}
        />
      )}
      <p role="alert" className="min-w-0 flex-1 truncate px-2 text-small text-danger" title={problem?.message}>
        {problem?.message}
      </p>
      <IconButton label="Zoom out" onClick={zoom.out} aria-disabled={zoom.atLeast} className={SIZE}>
        <ZoomOut aria-hidden className="size-4" />
      </IconButton>
      <IconButton label="Zoom in" onClick={zoom.in} aria-disabled={zoom.atMost} className={SIZE}>
        <ZoomIn aria-hidden className="size-4" />
      </IconButton>
      {isDesktop && (
        <>
          <IconButton label="Fit the timeline" onClick={zoom.fit} aria-disabled={zoom.atLeast} className={SIZE}>
            <Maximize2 aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            label="Keyboard shortcuts"
            shortcut="?"
            onClick={() => view.setState({ panel: 'shortcuts' })}
            className={SIZE}
          >
            <Keyboard aria-hidden className="size-4" />
          </IconButton>
        </>
      )}
    </div>
  );
}

const SIZE = 'lg:size-8';

interface ShotToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly shortcut?: string;
  /** -1 while none is selected: the tool then says so. */
  readonly shot: number;
  readonly onUse: (shot: number) => void;
}

function ShotTool({ icon: Icon, label, shortcut, shot, onUse }: ShotToolProps) {
  const disabled = shot < 0;
  return (
    <IconButton
      label={disabled ? `${label}: select a shot first` : label}
      {...(shortcut !== undefined && { shortcut })}
      aria-disabled={disabled}
      onClick={() => !disabled && onUse(shot)}
      className={SIZE}
    >
      <Icon aria-hidden className="size-4" />
    </IconButton>
  );
}
