import { ATMOSPHERE_PRESETS, type AtmosphereChoice, type AtmospherePreset } from '#core/project/look.ts';
import { usePickFiles } from '../media/file-picking.tsx';
import { ChoiceCard, ChoiceGroup } from '../parts/choice.tsx';
import { useEditor, useProject } from '../state/editor.tsx';
import { ATMOSPHERE_NAMES } from './names.ts';
import { AssetSwatch, AtmosphereSwatch } from './swatch.tsx';
import { UploadCard } from './upload-card.tsx';

type Choice = AtmospherePreset | 'none' | 'custom';
const BUILT_IN: readonly (AtmospherePreset | 'none')[] = [...ATMOSPHERE_PRESETS, 'none'];
const ALL: readonly Choice[] = [...BUILT_IN, 'custom'];

/** What moves behind the photos. */
export function AtmospherePicker() {
  const { history } = useEditor();
  const pickFiles = usePickFiles();
  const atmosphere = useProject((project) => project.atmosphere);
  const choose = (choice: Choice) => {
    const chosen = atmosphereOf(choice);
    if (chosen) history.edit((project) => ({ ...project, atmosphere: chosen }));
  };
  return (
    <div className="grid grid-cols-4 gap-3">
      <ChoiceGroup
        label="Atmosphere"
        value={atmosphere.kind === 'preset' ? atmosphere.preset : atmosphere.kind}
        values={ALL}
        onChange={choose}
        className="contents"
      >
        {BUILT_IN.map((choice) => (
          <ChoiceCard key={choice} value={choice} name={choice === 'none' ? 'None' : ATMOSPHERE_NAMES[choice]}>
            <AtmosphereSwatch atmosphere={choice} />
          </ChoiceCard>
        ))}
        {atmosphere.kind === 'custom' && (
          <ChoiceCard value="custom" name="Yours">
            <AssetSwatch assetId={atmosphere.assetId} />
          </ChoiceCard>
        )}
      </ChoiceGroup>
      <UploadCard
        name={atmosphere.kind === 'custom' ? 'Replace clip' : 'Your clip'}
        onClick={() => pickFiles('atmosphere')}
      />
    </div>
  );
}

/** A choice of the list; null for the person's own clip, which is chosen by its file. */
function atmosphereOf(choice: Choice): AtmosphereChoice | null {
  if (choice === 'custom') return null;
  return choice === 'none' ? { kind: 'none' } : { kind: 'preset', preset: choice };
}
