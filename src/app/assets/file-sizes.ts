/** A browser looks each up on the disk while the page waits: so many take a few milliseconds. */
const SIZES_A_TASK = 25;

/** Of each file, in bytes. Those of hundreds are asked for in several tasks, between which the page answers. */
export async function fileSizes(files: readonly File[]): Promise<number[]> {
  const sizes: number[] = [];
  for (const file of files) {
    if (sizes.length > 0 && sizes.length % SIZES_A_TASK === 0) await new Promise((resolve) => setTimeout(resolve));
    sizes.push(file.size);
  }
  return sizes;
}
