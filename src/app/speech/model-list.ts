import { z } from 'zod';
import { StudioError } from '#core/errors.ts';
import { MODEL_FILES } from '#engine/speech/model-files.ts';
import type { ModelHost, SpeechModelOffer } from '../studio/speech.ts';

/** Whatever another host sends must be what the app's own host says. */
const elsewhereSchema = z.object({
  address: z.url({ protocol: /^https$/ }).endsWith('/'),
  sha256: z.record(z.enum(MODEL_FILES), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** What lies beside the models on the host: which there are. */
const listSchema = z.object({
  models: z.array(
    z.object({
      name: z.string().regex(/^\w[\w.-]*$/),
      title: z.string().min(1),
      bytes: z.int().positive(),
      languages: z.enum(['english', 'many']),
      gpuBytes: z.int().positive().optional(),
      elsewhere: elsewhereSchema.optional(),
    }),
  ),
});

export interface ModelListTools {
  /** Address of the app, under which the list lies. */
  readonly baseAddress: string;
  /** True where all these files are on this machine. */
  readonly holds: (addresses: readonly string[]) => Promise<boolean>;
  readonly fetchFile?: (address: string) => Promise<Response>;
}

/**
 * The models that the app's own host offers, in its order; none where it has no list.
 * @throws StudioError `storage-failed` where the host does not answer, or its list is damaged.
 */
export async function listModels({
  baseAddress,
  holds,
  fetchFile = (address) => fetch(address),
}: ModelListTools): Promise<readonly SpeechModelOffer[]> {
  const address = new URL('models/index.json', baseAddress).href;
  const response = await fetchFile(address).catch((thrown: unknown) => {
    throw new StudioError(
      'storage-failed',
      'The list of speech models cannot be reached. Connect and try again, or choose a model from this device. Captions can be typed and imported without one.',
      { file: address, rule: 'address answers', cause: String(thrown) },
      { cause: thrown },
    );
  });
  // Hosts of single pages answer any address with their page.
  const isList = response.ok && !response.headers.get('content-type')?.startsWith('text/html');
  if (!isList) return [];
  const list = listSchema.safeParse(await response.json().catch(() => null));
  if (list.success) {
    return await Promise.all(
      list.data.models.map(async ({ elsewhere, gpuBytes = null, ...offer }) => ({
        ...offer,
        gpuBytes,
        elsewhere: elsewhere ? await hostOf(elsewhere, holds) : null,
      })),
    );
  }
  const [issue] = list.error.issues;
  throw new StudioError(
    'storage-failed',
    `The list of speech models at ${address} is damaged (${issue?.path.join('.')}: ${issue?.message}). Choose a model from this device.`,
    { file: address, rule: 'list of models' },
  );
}

async function hostOf(elsewhere: z.infer<typeof elsewhereSchema>, holds: ModelListTools['holds']): Promise<ModelHost> {
  const addresses = MODEL_FILES.map((path) => new URL(path, elsewhere.address).href);
  return { ...elsewhere, isKept: await holds(addresses) };
}
