import { ArrowLeft, ArrowRight, RefreshCw, Trash2 } from 'lucide-react';
import type { MediaAsset } from '#core/media/asset.ts';
import { describeNormalisation } from '#core/media/normalisation.ts';
import type { Bars, Fit, MediaItem } from '#core/project/project.ts';
import { shotsOf } from '#core/timeline/timeline.ts';
import { usePickReplacement } from '../media/file-picking.tsx';
import { Button } from '../parts/button.tsx';
import { ChoiceGroup, ChoiceSegment, SEGMENT_ROW } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { useProject } from '../state/editor.tsx';
import { useItemEdits } from '../state/item-edits.ts';
import { useAsset } from '../state/media.ts';
import { useTimeline } from '../state/timeline.tsx';
import { formatSeconds } from '../view/format.ts';
import { t, translate } from '../words/words.ts';
import { ClipSection } from './clip-section.tsx';
import { FocusPad } from './focus-pad.tsx';
import { MotionField } from './motion-field.tsx';
import { ShotLengthField } from './shot-length-field.tsx';
import { useChangeItem } from './use-change-item.ts';

const FITS: readonly Fit[] = ['cover', 'contain'];
const BARS: readonly Bars[] = ['plain', 'blurred'];

/** Settings of one photo or clip: how it fills its place, how it moves, how long it stays, what of it plays. */
export function ShotInspector({ item, onClose }: { item: MediaItem; onClose: () => void }) {
  const change = useChangeItem(item.id);
  const asset = useAsset(item.assetId);
  const timeline = useTimeline();
  const shots = timeline ? shotsOf(timeline).filter((shot) => shot.itemId === item.id).length : 0;
  return (
    <div className="flex flex-col gap-5">
      <div className="min-w-0">
        <p className="truncate" title={asset?.name}>
          {asset?.name}
        </p>
        {asset && <Facts asset={asset} />}
        {shots > 1 && (
          <p className="text-small text-text-muted">{t`Shown ${shots} times. These settings hold for all.`}</p>
        )}
      </div>
      <Field title={t`Fit`}>
        <ChoiceGroup
          label={t`Fit`}
          value={item.fit}
          values={FITS}
          onChange={(fit) => change({ fit })}
          className={SEGMENT_ROW}
        >
          <ChoiceSegment value="cover">{t`Fill`}</ChoiceSegment>
          <ChoiceSegment value="contain">{t`Show all`}</ChoiceSegment>
        </ChoiceGroup>
        {item.fit === 'contain' && (
          <ChoiceGroup
            label={t`Bars`}
            value={item.bars}
            values={BARS}
            onChange={(bars) => change({ bars })}
            className={SEGMENT_ROW}
          >
            <ChoiceSegment value="plain">{t`Plain bars`}</ChoiceSegment>
            <ChoiceSegment value="blurred">{t`Blurred bars`}</ChoiceSegment>
          </ChoiceGroup>
        )}
      </Field>
      {item.fit === 'cover' && <FocusPad item={item} />}
      {asset?.facts.kind === 'video' && <ClipSection item={item} facts={asset.facts} />}
      <MotionField item={item} />
      <ShotLengthField item={item} />
      <Place item={item} name={asset?.name ?? t`Shot`} onClose={onClose} />
    </div>
  );
}

function Facts({ asset: { facts } }: { asset: MediaAsset }) {
  if (facts.kind === 'audio') return null;
  const changes = facts.normalised.map((change) => translate(describeNormalisation(change)));
  return (
    <div className="text-small text-text-muted">
      <p className="tabular-nums">
        {t`${facts.size.width} × ${facts.size.height} pixels`}
        {facts.kind === 'video' && `, ${formatSeconds(facts.durationSeconds)}`}
      </p>
      {changes.length > 0 && <p>{changes.join('. ')}.</p>}
    </div>
  );
}

/** Where it stands among the others, and its ways out. */
function Place({ item, name, onClose }: { item: MediaItem; name: string; onClose: () => void }) {
  const edits = useItemEdits();
  const index = useProject((project) => project.items.findIndex(({ id }) => id === item.id));
  const count = useProject((project) => project.items.length);
  const replace = usePickReplacement();
  const remove = () => {
    edits.remove(item.id, name);
    onClose();
  };
  return (
    <Field title={t`Place ${index + 1} of ${count}`}>
      <div className="grid grid-cols-2 gap-2">
        <Button aria-disabled={index <= 0} onClick={() => edits.move(item.id, index - 1)}>
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          {t`Earlier`}
        </Button>
        <Button aria-disabled={index >= count - 1} onClick={() => edits.move(item.id, index + 1)}>
          {t`Later`}
          <ArrowRight aria-hidden className="size-4 rtl:-scale-x-100" />
        </Button>
        <Button onClick={() => replace(item.id)}>
          <RefreshCw aria-hidden className="size-4" />
          {t`Replace`}
        </Button>
        <Button tone="danger" onClick={remove}>
          <Trash2 aria-hidden className="size-4" />
          {t`Remove`}
        </Button>
      </div>
    </Field>
  );
}
