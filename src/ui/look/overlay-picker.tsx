import type { ReactNode } from 'react';
import type { AssetId } from '#core/media/asset.ts';
import { usePickFiles } from '../media/file-picking.tsx';
import { ChoiceCard, ChoiceGroup } from '../parts/choice.tsx';
import type { Purpose } from '../state/take-in.ts';
import { t } from '../words/words.ts';
import { AssetSwatch } from './swatch.tsx';
import { UploadCard } from './upload-card.tsx';

/** A built-in look, none, or the person's own file. */
type Overlay<Preset> =
  | { readonly kind: 'preset'; readonly preset: Preset }
  | { readonly kind: 'none' }
  | { readonly kind: 'custom'; readonly assetId: AssetId };

interface OverlayPickerProps<Preset extends string> {
  readonly label: string;
  readonly names: Record<Preset, string>;
  readonly presets: readonly Preset[];
  readonly chosen: Overlay<Preset>;
  /** Not called for the person's own file: that one is chosen by picking it. */
  readonly onChoose: (choice: Exclude<Overlay<Preset>, { readonly kind: 'custom' }>) => void;
  readonly swatch: (choice: Preset | 'none') => ReactNode;
  readonly purpose: Purpose;
  /** What the person's own file is called: before there is one, and when there is. */
  readonly upload: readonly [first: string, again: string];
}

/** Cards for what lies around or behind the photos, and one for a file of the person's own. */
export function OverlayPicker<Preset extends string>(props: OverlayPickerProps<Preset>) {
  const { label, names, presets, chosen, onChoose, swatch, purpose, upload } = props;
  const pickFiles = usePickFiles();
  const choose = (value: string) => {
    const preset = presets.find((name) => name === value);
    if (preset !== undefined) onChoose({ kind: 'preset', preset });
    else if (value === 'none') onChoose({ kind: 'none' });
  };
  return (
    <div className="grid grid-cols-4 gap-3">
      <ChoiceGroup
        label={label}
        value={chosen.kind === 'preset' ? chosen.preset : chosen.kind}
        values={[...presets, 'none', 'custom']}
        onChange={choose}
        className="contents"
      >
        {presets.map((preset) => (
          <ChoiceCard key={preset} value={preset} name={names[preset]}>
            {swatch(preset)}
          </ChoiceCard>
        ))}
        <ChoiceCard value="none" name={t`None`}>
          {swatch('none')}
        </ChoiceCard>
        {chosen.kind === 'custom' && (
          <ChoiceCard value="custom" name={t`Yours`}>
            <AssetSwatch assetId={chosen.assetId} />
          </ChoiceCard>
        )}
      </ChoiceGroup>
      <UploadCard name={upload[chosen.kind === 'custom' ? 1 : 0]} onClick={() => pickFiles(purpose)} />
    </div>
  );
}
