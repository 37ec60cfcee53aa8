import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import type { Fit, MediaItem } from '#core/project/project.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { announce } from '../state/announcements.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { useAsset } from '../state/media.ts';
import { changePhoto, movePhoto, removePhoto } from '../state/photo-edits.ts';
import { FocusPad } from './focus-pad.tsx';

const FITS: readonly Fit[] = ['cover', 'contain'];

/** Settings of one photo: how it fills its place, what stays in view, where it stands. */
export function PhotoInspector({ photo, onClose }: { photo: MediaItem; onClose: () => void }) {
  const { history } = useEditor();
  const index = useProject((project) => project.items.findIndex((item) => item.id === photo.id));
  const count = useProject((project) => project.items.length);
  const asset = useAsset(photo.assetId);
  const move = (to: number) => {
    history.edit((project) => movePhoto(project, photo.id, to));
    announce(`Photo moved to place ${to + 1}`);
  };
  const remove = () => {
    history.edit((project) => removePhoto(project, photo.id));
    announce(`${asset?.name ?? 'Photo'} removed`);
    onClose();
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="min-w-0">
        <p className="truncate" title={asset?.name}>
          {asset?.name}
        </p>
        {asset?.facts.kind === 'image' && (
          <p className="text-small text-text-muted tabular-nums">
            {asset.facts.size.width} × {asset.facts.size.height} pixels
          </p>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <h3 className="text-small text-text-muted">Fit</h3>
        <ChoiceGroup
          label="Fit"
          value={photo.fit}
          values={FITS}
          onChange={(fit) => history.edit((project) => changePhoto(project, photo.id, { fit }))}
          className={SEGMENT_ROW}
        >
          <ChoiceSegment value="cover">Fill</ChoiceSegment>
          <ChoiceSegment value="contain">Show all</ChoiceSegment>
        </ChoiceGroup>
      </div>
      {photo.fit === 'cover' && <FocusPad photo={photo} />}
      <div className="flex flex-col gap-2">
        <h3 className="text-small text-text-muted">
          Place {index + 1} of {count}
        </h3>
        <div className="flex gap-2">
          <Button className="flex-1" aria-disabled={index <= 0} onClick={() => index > 0 && move(index - 1)}>
            <ArrowLeft aria-hidden className="size-4" />
            Earlier
          </Button>
          <Button
            className="flex-1"
            aria-disabled={index >= count - 1}
            onClick={() => index < count - 1 && move(index + 1)}
          >
            Later
            <ArrowRight aria-hidden className="size-4" />
          </Button>
        </div>
      </div>
      <Button tone="danger" onClick={remove}>
        <Trash2 aria-hidden className="size-4" />
        Remove photo
      </Button>
    </div>
  );
}
