import { Plus, X } from 'lucide-react';
import {
  type BrandKit,
  type BrandLook,
  brandLook,
  FEWEST_COLOURS,
  MOST_COLOURS,
  NO_BRAND,
} from '#core/project/brand.ts';
import type { FrameChoice } from '#core/project/look.ts';
import { STYLE_PRESETS } from '#core/style/presets.ts';
import { METAL_COLOURS } from '../look/frame-border.tsx';
import { FRAME_NAMES, STYLE_LABELS } from '../look/names.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Button } from '../parts/button.tsx';
import { ColourField, OwnColourField } from '../parts/colour-field.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { announce } from '../state/announcements.ts';
import { useBrand } from '../state/brand.ts';
import { useEditor, useProject } from '../state/editor.tsx';
import { t } from '../words/words.ts';
import type { ChangeKit, PartProps } from './brand-part.ts';
import { FontsPart } from './fonts-part.tsx';
import { LogoPart } from './logo-part.tsx';

/** Dark gold, and light as the words on it: a beginning that goes with every style. */
const FIRST_COLOURS = ['#D4AF37', '#F4F1EA'];
const NEXT_COLOUR = '#7FD1FF';

/** What the videos of the open workspace have in common. */
export function BrandPanel({ workspace }: { workspace: string }) {
  const { brand } = useEditor().studio;
  const kit = useBrand();
  const { failure, attempt } = useAttempt();
  const change: ChangeKit = (edit, said) =>
    attempt(async () => {
      await brand.change(edit);
      announce(said);
    });
  return (
    <section aria-labelledby="brand-kit" className="rounded-card border border-line bg-surface-2 p-4">
      <h2 id="brand-kit" className="text-large font-semibold">
        {t`Brand kit of ${workspace}`}
      </h2>
      <p className="text-small text-text-muted">
        {t`For what you make from now on: videos that are there stay as they are.`}
      </p>
      {failure && (
        <div role="alert" className="mt-3">
          <Notice severity="error">{failure}</Notice>
        </div>
      )}
      <LookOfNewVideos kit={kit} onChange={change} />
      <TextAndFrame kit={kit} onChange={change} />
      <FontsPart font={kit.hookFont} onChange={change} />
      <LogoPart logo={kit.logo} onChange={change} />
      <Colours colours={kit.colours} onChange={change} />
    </section>
  );
}

function LookOfNewVideos({ kit, onChange }: PartProps & { kit: BrandKit }) {
  const name = useProject((project) => project.name);
  const look = brandLook(useProject((project) => project));
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line pt-4">
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="font-medium">{t`New videos begin with`}</h3>
        <p className="text-text-muted">
          {t`${STYLE_LABELS[kit.style.preset]}, colours at ${kit.style.gradeStrength} %, ${frameWords(kit.frame)}`}
        </p>
      </div>
      {!isSame(kit, NO_BRAND) && (
        <Button
          tone="bare"
          onClick={() => onChange((before) => ({ ...before, ...brandLook(NO_BRAND) }), t`New videos begin as usual`)}
        >
          {t`As usual`}
        </Button>
      )}
      <Button
        className="max-w-full"
        aria-disabled={isSame(kit, look)}
        onClick={() => onChange((before) => ({ ...before, ...look }), t`New videos begin with the look of ${name}`)}
      >
        <span className="truncate">{t`Take the look of “${name}”`}</span>
      </Button>
    </div>
  );
}

function TextAndFrame({ kit, onChange }: PartProps & { kit: BrandKit }) {
  return (
    <div className="mt-4 grid gap-x-8 gap-y-3 border-t border-line pt-4 sm:grid-cols-2">
      <OwnColourField
        label={t`Text hook`}
        colour={kit.hookColour}
        usual={STYLE_PRESETS[kit.style.preset].hook.fill}
        usualWords={t`As the style has it`}
        onPick={(hookColour) => onChange((before) => ({ ...before, hookColour }), t`Colour of the text hook changed`)}
      />
      <OwnColourField
        label={t`Frame`}
        colour={kit.frameColour}
        usual={METAL_COLOURS[kit.frame.kind === 'preset' ? kit.frame.preset : 'golden']}
        usualWords={t`Its own metal`}
        onPick={(frameColour) => onChange((before) => ({ ...before, frameColour }), t`Colour of the frame changed`)}
      />
    </div>
  );
}

function Colours({ colours, onChange }: PartProps & { colours: readonly string[] }) {
  const set = (edit: (before: readonly string[]) => readonly string[], said: string) =>
    onChange((kit) => ({ ...kit, colours: edit(kit.colours) }), said);
  return (
    <div className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
      <div>
        <h3 className="font-medium">{t`Colours`}</h3>
        <p className="text-text-muted">
          {colours.length === 0
            ? t`None yet: those who speak in captions get the studio’s own.`
            : t`Those who speak in captions get them in turn.`}
        </p>
      </div>
      <ul aria-label={t`Colours of the brand`} className="flex flex-wrap items-center gap-3 empty:hidden">
        {colours.map((colour, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a colour is its place; two may be alike.
          <li key={place} className="flex items-center rounded-control border border-line">
            <ColourField
              label={t`Colour ${place + 1}`}
              colour={colour}
              onPick={(picked) =>
                set(
                  (before) => before.map((one, index) => (index === place ? picked : one)),
                  t`Colour ${place + 1} changed`,
                )
              }
            />
            <IconButton
              label={colours.length === FEWEST_COLOURS ? t`Take all colours away` : t`Take colour ${place + 1} away`}
              onClick={() => set((before) => withoutColour(before, place), t`Colour taken away`)}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
        {colours.length < MOST_COLOURS && (
          <li>
            <Button onClick={() => set(withOneMore, t`Colour added`)}>
              <Plus aria-hidden className="size-4" />
              {colours.length === 0 ? t`Choose colours` : t`Add a colour`}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}

function withoutColour(colours: readonly string[], place: number): readonly string[] {
  const rest = colours.filter((_, index) => index !== place);
  return rest.length < FEWEST_COLOURS ? [] : rest;
}

function withOneMore(colours: readonly string[]): readonly string[] {
  if (colours.length === 0) return FIRST_COLOURS;
  return colours.length < MOST_COLOURS ? [...colours, NEXT_COLOUR] : colours;
}

function isSame(kit: BrandLook, other: BrandLook): boolean {
  return JSON.stringify(brandLook(kit)) === JSON.stringify(brandLook(other));
}

function frameWords(frame: FrameChoice): string {
  if (frame.kind === 'none') return t`no frame`;
  return frame.kind === 'custom' ? t`a frame of your own` : `frame “${FRAME_NAMES[frame.preset]}”`;
}
