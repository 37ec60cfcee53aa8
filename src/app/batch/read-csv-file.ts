import { MOST_CSV_BYTES } from '#core/batch/batch-row.ts';
import { type BatchTable, readTable } from '#core/batch/read-table.ts';
import { StudioError } from '#core/errors.ts';

/** The table in a file. @throws StudioError `input-invalid` that names the file and what is not right, with its line. */
export async function readCsvFile(file: File): Promise<BatchTable> {
  if (file.size > MOST_CSV_BYTES) {
    throw refuse(
      file,
      'size of a table',
      `it is larger than ${MOST_CSV_BYTES / 1024 ** 2} MB, which no table of a batch is.`,
    );
  }
  const text = decoded(file, await file.arrayBuffer());
  try {
    return readTable(text);
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    throw new StudioError(
      error.code,
      `${file.name}: ${error.message}`,
      { ...error.details, file: file.name },
      { cause: error },
    );
  }
}

/** UTF-8, or UTF-16 where its mark says so: what a spreadsheet calls “Unicode text”. */
function decoded(file: File, bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw refuse(file, 'text in UTF-8', 'it is no text in UTF-8. In a spreadsheet, save it as “CSV UTF-8”.');
}

function refuse(file: File, rule: string, why: string): StudioError {
  return new StudioError('input-invalid', `${file.name} was not read: ${why}`, {
    file: file.name,
    rule,
    value: file.size,
  });
}
