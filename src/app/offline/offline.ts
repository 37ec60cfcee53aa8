import { z } from 'zod';
import type { DownloadClient } from '#clients/download-client.ts';
import { StudioError, toStudioError } from '#core/errors.ts';
import type { OfflineCheck, OfflinePart } from '#core/offline/offline-part.ts';
import { PRODUCT_PARTS, type ProductVersion, VERSION_LIST } from '#core/offline/product-file.ts';
import { EtaEstimator } from '#core/render/eta.ts';
import { MODEL_FILES } from '#engine/speech/model-files.ts';
import type { ModelCache } from '#storage/model-cache.ts';
import { ProductCache } from '#storage/product-cache.ts';
import type { MakeAvailableOptions, Offline } from '../studio/offline.ts';
import type { SpeechModelOffer } from '../studio/speech.ts';
import type { HeldWork } from '../updates/held-work.ts';

export interface OfflineTools {
  /** Of the product, ending in `/`. */
  readonly baseAddress: string;
  readonly models: Pick<ModelCache, 'isIntact'>;
  /** Of models: the page itself may not ask their hosts. */
  readonly downloads: Pick<DownloadClient, 'modelFile'>;
  readonly heldWork: HeldWork;
}

const versionSchema = z.object({
  version: z.string().regex(/^[0-9a-f]{16}$/),
  files: z.array(
    z.object({
      path: z.string(),
      bytes: z.int().nonnegative(),
      integrity: z.string().startsWith('sha256-'),
      part: z.enum(PRODUCT_PARTS),
    }),
  ),
});

/** Makes the version that the service worker serves, and a model, available without a network. */
export function createOffline(tools: OfflineTools): Offline {
  return {
    async size() {
      if (!navigator.serviceWorker?.controller) return null;
      return (await servedVersion(tools)).files.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    makeAvailable: (options) => tools.heldWork.during(() => makeAvailable(tools, options)),
    check: (model, signal) => check(tools, model, signal),
  };
}

async function makeAvailable(tools: OfflineTools, { model, onProgress, signal }: MakeAvailableOptions): Promise<void> {
  const { version, files } = await servedVersion(tools);
  const product = new ProductCache(version, tools.baseAddress);
  const total = files.reduce((sum, { bytes }) => sum + bytes, model?.bytes ?? 0);
  const estimator = new EtaEstimator(total, performance.now() / 1000);
  const tell = (part: OfflinePart, bytes: number) => {
    const done = Math.min(bytes, total);
    onProgress({ part, done, total, etaSeconds: estimator.update(done, performance.now() / 1000) });
  };
  let before = 0;
  for (const part of PRODUCT_PARTS) {
    for (const file of files.filter((each) => each.part === part)) {
      throwIfCancelled(signal);
      tell(part, before);
      let loaded = 0;
      const onBytes = (bytes: number) => {
        loaded += bytes;
        tell(part, before + loaded);
      };
      if (!(await product.isIntact(file))) await product.load(file, { signal, onBytes });
      before += file.bytes;
    }
  }
  for (const [index, { address, sha256 }] of modelFiles(tools, model).entries()) {
    throwIfCancelled(signal);
    const share = (model?.bytes ?? 0) / MODEL_FILES.length;
    await keepModelFile(
      tools,
      address,
      sha256,
      (fraction) => tell('model', before + (index + fraction) * share),
      signal,
    );
  }
}

async function keepModelFile(
  { downloads }: OfflineTools,
  address: string,
  sha256: string | null,
  onProgress: (fraction: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await downloads.modelFile(address, sha256, onProgress, signal);
  } catch (thrown) {
    throwIfCancelled(signal);
    throw toStudioError(thrown);
  }
}

async function check(
  tools: OfflineTools,
  model: SpeechModelOffer | null,
  signal: AbortSignal | undefined,
): Promise<readonly OfflineCheck[]> {
  const { version, files } = await servedVersion(tools);
  const product = new ProductCache(version, tools.baseAddress);
  const checks: OfflineCheck[] = [];
  for (const part of PRODUCT_PARTS) {
    const own = files.filter((each) => each.part === part);
    let isKept = true;
    for (const file of own) {
      throwIfCancelled(signal);
      isKept &&= await product.isIntact(file);
    }
    checks.push({ part, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0), isKept });
  }
  if (model) {
    let isKept = true;
    for (const { address, sha256 } of modelFiles(tools, model)) {
      throwIfCancelled(signal);
      isKept &&= await tools.models.isIntact(address, sha256);
    }
    checks.push({ part: 'model', bytes: model.bytes, isKept });
  }
  return checks;
}

function modelFiles({ baseAddress }: OfflineTools, model: SpeechModelOffer | null) {
  if (!model) return [];
  const folder = model.elsewhere?.address ?? new URL(`models/${model.name}/`, baseAddress).href;
  return MODEL_FILES.map((path) => ({
    address: new URL(path, folder).href,
    sha256: model.elsewhere?.sha256[path] ?? null,
  }));
}

/** As the service worker has kept it: it answers without a network. */
async function servedVersion({ baseAddress }: OfflineTools): Promise<ProductVersion> {
  try {
    const response = await fetch(new URL(VERSION_LIST, baseAddress));
    return versionSchema.parse(await response.json());
  } catch (cause) {
    throw new StudioError(
      'connection-lost',
      'The list of the studio’s files could not be read. Check the connection, reload the page and try again.',
      { rule: 'list of files', cause: String(cause) },
      { cause },
    );
  }
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StudioError('cancelled', 'Cancelled.');
}
