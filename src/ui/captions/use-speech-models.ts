import { useEffect, useState } from 'react';
import type { BroughtModel, SpeechModelChoice, SpeechModelOffer } from '#app/studio/speech.ts';
import { type StudioError, toStudioError } from '#core/errors.ts';
import type { ModelChoice } from '../state/captioning.ts';
import { useEditor } from '../state/editor.tsx';

export interface SpeechModels {
  /** Undefined while they are looked up. */
  readonly offers: readonly SpeechModelOffer[] | undefined;
  readonly error: StudioError | null;
  readonly brought: BroughtModel | null;
  /** The chosen offer has to be loaded from another host, and whether the person has allowed it; null for all others. */
  readonly consent: { readonly given: boolean } | null;
  /** What the choice comes to; null where there is none yet. */
  readonly chosen: SpeechModelChoice | null;
  /** The offer that is chosen; null for one from disk. */
  readonly offer: SpeechModelOffer | null;
  retry(): void;
}

/** The speech models that there are, and the one to use. */
export function useSpeechModels({ model, brought, allowed }: ModelChoice): SpeechModels {
  const { studio } = useEditor();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<Pick<SpeechModels, 'offers' | 'error'>>({ offers: undefined, error: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    let left = false;
    setFound({ offers: undefined, error: null });
    studio.speech.models().then(
      (offers) => !left && setFound({ offers, error: null }),
      (thrown: unknown) => !left && setFound({ offers: [], error: toStudioError(thrown) }),
    );
    return () => {
      left = true;
    };
  }, [studio, attempt]);
  const named = found.offers?.find(({ name }) => name === model) ?? null;
  const useBrought = brought !== null && named === null;
  const offer = useBrought ? null : (named ?? found.offers?.[0] ?? null);
  const consent = offer?.elsewhere && !offer.elsewhere.isKept ? { given: allowed === offer.name } : null;
  return {
    ...found,
    brought,
    consent,
    chosen: useBrought ? brought : offer && consent?.given !== false ? choiceOf(offer) : null,
    offer,
    retry: () => setAttempt((before) => before + 1),
  };
}

function choiceOf({ name, elsewhere, gpuBytes }: SpeechModelOffer): SpeechModelChoice {
  if (elsewhere) return { name, address: elsewhere.address, sha256: elsewhere.sha256 };
  return gpuBytes === null ? name : { name, gpuWeights: true };
}
