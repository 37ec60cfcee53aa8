/** Dialogs of the File System Access API, which only some browsers have, and TypeScript's types do not. */

interface FilePickers {
  showDirectoryPicker?(options: {
    id: string;
    mode: 'readwrite';
    startIn: 'videos';
  }): Promise<FileSystemDirectoryHandle>;
  showSaveFilePicker?(options: {
    id: string;
    suggestedName: string;
    startIn: 'videos';
    types: readonly { accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}

function pickers(): FilePickers {
  return window as FilePickers & Window;
}

/** Of these dialogs: the browser remembers where it was last. */
const DIALOG_ID = 'save';

export function canChooseFolder(): boolean {
  return pickers().showDirectoryPicker !== undefined;
}

/** @returns null where the person closed the dialog. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  return await unlessClosed(pickers().showDirectoryPicker?.({ id: DIALOG_ID, mode: 'readwrite', startIn: 'videos' }));
}

export function canChooseFile(): boolean {
  return pickers().showSaveFilePicker !== undefined;
}

/**
 * A place for a file.
 * @param suggestedName with its ending, which the dialog offers.
 * @returns null where the person closed the dialog.
 */
export async function chooseFile(suggestedName: string, mimeType: string): Promise<FileSystemFileHandle | null> {
  const [ending] = /\.\w+$/.exec(suggestedName) ?? [];
  return await unlessClosed(
    pickers().showSaveFilePicker?.({
      id: DIALOG_ID,
      suggestedName,
      startIn: 'videos',
      types: ending === undefined ? [] : [{ accept: { [mimeType]: [ending] } }],
    }),
  );
}

async function unlessClosed<Handle>(choosing: Promise<Handle> | undefined): Promise<Handle | null> {
  try {
    return (await choosing) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
