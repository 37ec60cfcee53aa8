import { z } from 'zod';
import { StudioError } from '#core/errors.ts';
import type { SpeechModelOffer } from '../studio.ts';

/** What lies beside the models on the host: which there are. */
const listSchema = z.object({
  models: z.array(
    z.object({
      name: z.string().regex(/^\w[\w.-]*$/),
      title: z.string().min(1),
      bytes: z.int().positive(),
      languages: z.enum(['english', 'many']),
    }),
  ),
});

/**
 * The models that the app's own host offers, in its order; none where it has no list.
 * @param baseAddress of the app.
 * @throws StudioError `storage-failed` where the host does not answer, or its list is damaged.
 */
export async function listModels(
  baseAddress: string,
  fetchFile: (address: string) => Promise<Response> = (address) => fetch(address),
): Promise<readonly SpeechModelOffer[]> {
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
  if (list.success) return list.data.models;
  const [issue] = list.error.issues;
  throw new StudioError(
    'storage-failed',
    `The list of speech models at ${address} is damaged (${issue?.path.join('.')}: ${issue?.message}). Choose a model from this device.`,
    { file: address, rule: 'list of models' },
  );
}
