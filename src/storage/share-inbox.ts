import { z } from 'zod';
import { withinLimits } from '#core/incoming/offer.ts';
import { listDirectories, openDirectory, readFile, removeDirectory } from './files/file-system.ts';
import { SHARE_INBOX } from './files/paths.ts';

/**
 * What other apps have shared and nobody has decided about yet: files of the origin, not of a workspace, each share in a
 * folder of its own. The list of a share is written last: a folder without one was cut short.
 */

const LIST = 'list.json';

/** Older ones make room: whoever sends a page shares over and over fills no disk. */
const MOST_SHARES = 5;
/** What nobody has looked at for so long is not wanted, in milliseconds. */
const KEEP_MS = 24 * 60 * 60_000;

/** Field of the form that the manifest's share target names. */
const FILES_FIELD = 'files';
const TEXT_FIELDS = ['url', 'text'];
/** Characters of a shared text that are looked at. */
const LONGEST_TEXT = 4_000;

const listSchema = z.object({
  files: z.array(z.object({ name: z.string(), type: z.string() })),
  text: z.string(),
  leftOut: z.int().nonnegative(),
});

/** What came in one go. Nothing of it has been looked at. */
export interface Share {
  readonly id: string;
  /** Backed by disk. */
  readonly files: readonly File[];
  /** What was shared as text, such as an address. */
  readonly text: string;
  /** Files that were too many or too large. */
  readonly leftOut: number;
}

/**
 * Keeps what a share target's form holds, within `OFFER_LIMITS`.
 * @param now milliseconds since 1970.
 * @throws DOMException `QuotaExceededError` where there is no room; then nothing of it is kept.
 */
export async function keepShared(form: FormData, now: number): Promise<void> {
  const old = (await sharesByAge()).slice(0, 1 - MOST_SHARES);
  for (const id of old) await discardShare(id);
  const id = `${now}-${crypto.randomUUID()}`;
  const { taken, leftOut } = withinLimits(form.getAll(FILES_FIELD).filter((entry) => entry instanceof File));
  const text = TEXT_FIELDS.map((field) => form.get(field))
    .filter((value) => typeof value === 'string')
    .join(' ');
  try {
    for (const [index, file] of taken.entries()) await write(id, String(index), file);
    const files = taken.map(({ name, type }) => ({ name, type }));
    const list: z.infer<typeof listSchema> = { files, text: text.slice(0, LONGEST_TEXT), leftOut };
    await write(id, LIST, new Blob([JSON.stringify(list)]));
  } catch (error) {
    await discardShare(id);
    throw error;
  }
}

/** Whole shares, oldest first; what is too old or damaged is removed. @param now milliseconds since 1970. */
export async function readShares(now: number): Promise<Share[]> {
  const shares: Share[] = [];
  for (const id of await sharesByAge()) {
    const share = await readShare(id);
    if (share && now - receivedAt(id) < KEEP_MS) shares.push(share);
    else if (share || now - receivedAt(id) >= KEEP_MS) await discardShare(id);
  }
  return shares;
}

export async function discardShare(id: string): Promise<void> {
  await removeDirectory(`${SHARE_INBOX}/${id}`);
}

async function readShare(id: string): Promise<Share | null> {
  const stored = await readFile(`${SHARE_INBOX}/${id}/${LIST}`);
  const list = listSchema.safeParse(stored && parsed(await stored.text()));
  if (!list.success) return null;
  const { files, text, leftOut } = list.data;
  const read = await Promise.all(files.map((_, index) => readFile(`${SHARE_INBOX}/${id}/${index}`)));
  const whole = files.flatMap(({ name, type }, index) => {
    const file = read[index];
    return file ? [new File([file], name, { type })] : [];
  });
  return { id, files: whole, text, leftOut };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Names begin with when they came: the oldest is the first. */
async function sharesByAge(): Promise<string[]> {
  return (await listDirectories(SHARE_INBOX)).sort((a, b) => receivedAt(a) - receivedAt(b));
}

function receivedAt(id: string): number {
  return Number(id.split('-')[0]) || 0;
}

async function write(id: string, name: string, content: Blob): Promise<void> {
  const folder = await openDirectory(`${SHARE_INBOX}/${id}`);
  const file = await folder.getFileHandle(name, { create: true });
  await content.stream().pipeTo(await file.createWritable());
}
