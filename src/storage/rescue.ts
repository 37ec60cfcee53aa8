import { listFiles, moveFile } from './files/file-system.ts';
import { mediaDirectory, outputDirectory, rescuedDirectory } from './files/paths.ts';

/**
 * Puts the media and finished videos of a database that is gone where no sweep comes; their small pictures go.
 * @returns how many there are.
 */
export async function rescueFiles(workspaceId: string): Promise<number> {
  const rescued = rescuedDirectory(workspaceId);
  const outputs = outputDirectory(workspaceId);
  const media = mediaDirectory(workspaceId);
  const videos = (await listFiles(outputs)).filter((name) => name.endsWith('.mp4'));
  for (const name of videos) await moveFile(`${outputs}/${name}`, `${rescued}/${name}`);
  for (const name of await listFiles(media)) await moveFile(`${media}/${name}`, `${rescued}/${name}`);
  return (await listFiles(rescued)).length;
}
