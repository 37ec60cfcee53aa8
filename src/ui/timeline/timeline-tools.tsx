import { Keyboard, Maximize2, SlidersHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { classNames } from '../parts/class-names.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useIsDesktop } from '../parts/media-query.ts';
import { useEditor, useView } from '../state/editor.tsx';
import { useSelectedShot } from '../state/selection.ts';
import { t, translate } from '../words/words.ts';
import { SHOT_ACTIONS, type ShotAction, type ShotActionName, useShotActions } from './shot-actions.ts';
import type { Zoom } from './use-zoom.ts';

/** What can be done with the selected shot, and how large the strip is shown. */
export function TimelineTools({ zoom }: { zoom: Zoom }) {
  const { view } = useEditor();
  const isDesktop = useIsDesktop();
  const shot = useSelectedShot();
  const actions = useShotActions();
  const tools = isDesktop ? SHOT_ACTIONS : TOOLS_OF_PHONE;
  const problem = useView((state) => state.editProblem);
  return (
    <div role="toolbar" aria-label={t`Timeline tools`} className="flex items-center gap-1 max-lg:overflow-x-auto">
      {tools.map((name) => (
        <ShotTool key={name} action={actions[name]} shot={shot} />
      ))}
      {!isDesktop && (
        <ShotTool
          action={{ label: t`Shot settings`, icon: SlidersHorizontal, use: () => view.setState({ panel: 'shot' }) }}
          shot={shot}
        />
      )}
      <p
        role="alert"
        className="min-w-0 flex-1 truncate px-2 text-small text-danger"
        title={problem ? translate(problem.message) : undefined}
      >
        {problem && translate(problem.message)}
      </p>
      <IconButton label={t`Zoom out`} onClick={zoom.out} aria-disabled={zoom.atLeast} className={SIZE}>
        <ZoomOut aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={t`Zoom in`} onClick={zoom.in} aria-disabled={zoom.atMost} className={SIZE}>
        <ZoomIn aria-hidden className="size-4" />
      </IconButton>
      {isDesktop && (
        <>
          <IconButton label={t`Fit the timeline`} onClick={zoom.fit} aria-disabled={zoom.atLeast} className={SIZE}>
            <Maximize2 aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            label={t`Keyboard shortcuts`}
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
/** The others are in its settings, and in its menu. */
const TOOLS_OF_PHONE: readonly ShotActionName[] = ['split', 'duplicate', 'replace', 'remove'];

interface ShotToolProps {
  readonly action: ShotAction;
  /** -1 while none is selected: the tool then says so. */
  readonly shot: number;
}

function ShotTool({ action: { icon: Icon, label, keys, isOn, use }, shot }: ShotToolProps) {
  const disabled = shot < 0;
  return (
    <IconButton
      label={disabled ? t`${label}: select a shot first` : label}
      {...(keys !== undefined && { shortcut: keys })}
      {...(isOn && { 'aria-pressed': isOn(shot) })}
      aria-disabled={disabled}
      onClick={() => !disabled && use(shot)}
      className={classNames(SIZE, 'aria-pressed:bg-surface-3 aria-pressed:text-text')}
    >
      <Icon aria-hidden className="size-4" />
    </IconButton>
  );
}
