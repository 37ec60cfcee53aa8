import { chooseFile } from './pickers.ts';

/**
 * Writes a file where the person says, bit by bit from disk: nothing of it is held in memory. A file that is replaced
 * stays as it was until the last byte is written.
 * @returns what it is called there; null where the person closed the dialog.
 * @throws what the disk refused with.
 */
export async function saveAs(file: File): Promise<string | null> {
  const place = await chooseFile(file.name, file.type);
  if (!place) return null;
  await file.stream().pipeTo(await place.createWritable());
  return place.name;
}
