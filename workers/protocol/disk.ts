/** Finds out how much room there is: only workers may open the files that tell. */
export interface DiskWorker {
  /** Whether so many more bytes can be stored. */
  hasRoom(directory: string, bytes: number): Promise<boolean>;
  /** At least how many more bytes can be stored; `isMore` where nobody looked further. */
  findRoom(directory: string, limit: number): Promise<{ readonly bytes: number; readonly isMore: boolean }>;
}
