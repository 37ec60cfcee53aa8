/** Editing WOFF 1.0 files (https://www.w3.org/TR/WOFF/): a header, a directory of tables, the compressed tables. */

const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;

/** Where the header says how long the file is, how many tables it has, and how large the font is when unpacked. */
const HEADER = { length: 8, tables: 12, unpackedBytes: 16, metadata: 24 };

/** Tables begin at multiples of 4 bytes. @param {number} bytes */
const padded = (bytes) => (bytes + 3) & ~3;

/**
 * A font without one of its tables, and without metadata.
 * @param {Buffer} font
 * @param {string} tag of four characters
 * @returns {Buffer}
 */
export function withoutTable(font, tag) {
  const count = font.readUInt16BE(HEADER.tables);
  const entries = Array.from({ length: count }, (_, index) =>
    font.subarray(HEADER_BYTES + index * ENTRY_BYTES, HEADER_BYTES + (index + 1) * ENTRY_BYTES),
  ).filter((entry) => entry.toString('latin1', 0, 4) !== tag);
  const header = Buffer.from(font.subarray(0, HEADER_BYTES));
  const directory = Buffer.concat(entries);
  const tables = entries.map((entry) => {
    const start = entry.readUInt32BE(4);
    const table = Buffer.alloc(padded(entry.readUInt32BE(8)));
    font.copy(table, 0, start, start + entry.readUInt32BE(8));
    return table;
  });
  let offset = HEADER_BYTES + directory.length;
  for (const [index, table] of tables.entries()) {
    directory.writeUInt32BE(offset, index * ENTRY_BYTES + 4);
    offset += table.length;
  }
  const unpacked = entries.reduce((sum, entry) => sum + padded(entry.readUInt32BE(12)), 12 + 16 * entries.length);
  header.writeUInt32BE(offset, HEADER.length);
  header.writeUInt16BE(entries.length, HEADER.tables);
  header.writeUInt32BE(unpacked, HEADER.unpackedBytes);
  header.fill(0, HEADER.metadata);
  return Buffer.concat([header, directory, ...tables]);
}
