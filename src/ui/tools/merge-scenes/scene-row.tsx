import { ChevronDown, ChevronUp, GripVertical, X } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../../parts/choice.tsx';
import { classNames } from '../../parts/class-names.ts';
import { IconButton } from '../../parts/icon-button.tsx';
import { useObjectUrl } from '../../parts/object-url.ts';
import { t } from '../../words/words.ts';
import { FileChoice } from '../file-choice.tsx';
import type { MergeTool, ToolScene } from './merge-tool.ts';

interface SceneRowProps {
  readonly tool: MergeTool;
  readonly scene: ToolScene;
  readonly index: number;
  readonly count: number;
  readonly lifted: boolean;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onMove: (id: string, to: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** One scene: its picture, who speaks over it, and how it lies. */
export function SceneRow({ tool, scene, index, count, lifted, onPointerDown, onMove }: SceneRowProps) {
  const { id, picture, voice, fit } = scene;
  const label = t`scene ${index + 1}`;
  const moveByKey = (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    onMove(id, index + step);
  };
  return (
    <li
      data-reorder-id={id}
      onPointerDown={onPointerDown}
      onKeyDown={moveByKey}
      className={classNames(
        'flex touch-manipulation flex-col gap-3 rounded-card border border-line bg-surface-1 p-3',
        lifted && 'z-10 border-gold opacity-80',
      )}
    >
      <div className="flex items-center gap-3">
        <GripVertical aria-hidden className="size-5 shrink-0 cursor-grab text-text-muted max-lg:hidden" />
        <ScenePicture picture={picture} />
        <div className="min-w-0 flex-1">
          <p className="text-small text-text-muted">{t`Scene ${index + 1}`}</p>
          <p className="truncate" title={picture.name}>
            {picture.name}
          </p>
        </div>
        <div className="flex shrink-0">
          <IconButton label={t`Move ${label} up`} aria-disabled={index === 0} onClick={() => onMove(id, index - 1)}>
            <ChevronUp aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            label={t`Move ${label} down`}
            aria-disabled={index === count - 1}
            onClick={() => onMove(id, index + 1)}
          >
            <ChevronDown aria-hidden className="size-4" />
          </IconButton>
          <IconButton label={t`Remove ${label}`} onClick={() => tool.remove(id)}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      </div>
      <div className="grid grid-cols-2 gap-3 max-lg:grid-cols-1">
        <div className="flex min-w-0 items-center gap-1">
          <FileChoice
            label={t`Voice-over of ${label}`}
            accept="audio/*,.flac,.opus"
            chosen={voice?.name ?? null}
            onChoose={([file]) => file && tool.change(id, { voice: file })}
          />
          {voice && (
            <IconButton label={t`Remove the voice-over of ${label}`} onClick={() => tool.change(id, { voice: null })}>
              <X aria-hidden className="size-4" />
            </IconButton>
          )}
        </div>
        <ChoiceGroup
          label={t`How ${label} lies in the picture`}
          value={fit}
          values={['cover', 'contain']}
          onChange={(chosen) => tool.change(id, { fit: chosen })}
          className={`${SEGMENT_ROW} items-center`}
        >
          <ChoiceSegment value="cover">{t`Fill`}</ChoiceSegment>
          <ChoiceSegment value="contain">{t`Show whole`}</ChoiceSegment>
        </ChoiceGroup>
      </div>
    </li>
  );
}

/** A small picture of an image; of a film, its first. */
function ScenePicture({ picture }: { picture: File }) {
  const url = useObjectUrl(picture);
  const look = 'size-12 shrink-0 rounded-thumb bg-surface-3 object-cover';
  if (picture.type.startsWith('image/')) return <img src={url} alt="" draggable={false} className={look} />;
  return <video src={url} muted playsInline preload="metadata" aria-hidden tabIndex={-1} className={look} />;
}
