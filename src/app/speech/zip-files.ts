import { createCRC32 } from 'hash-wasm';
import { StudioError } from '#core/errors.ts';

/** A file in an archive; it is unpacked when it is asked for. */
export interface ZippedFile {
  readonly path: string;
  /** @throws StudioError `file-damaged` where its bytes are not those that were packed. */
  bytes(): Promise<Blob>;
}

/** Numbers of PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff } as const;
const ENTRY = { signature: 0x02014b50, bytes: 46 } as const;
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Stands where the true number is in a ZIP64 field. */
const TOO_LARGE = 0xffffffff;

/**
 * The files of a ZIP archive; its bytes stay on disk until a file is unpacked.
 * @throws StudioError `file-damaged` where it is none, `file-unsupported` where it is larger than 4 GB.
 */
export async function openZip(archive: File): Promise<ZippedFile[]> {
  const tailStart = Math.max(0, archive.size - END.bytes - END.longestComment);
  const tail = await viewOf(archive.slice(tailStart));
  const end = lastSignature(tail);
  if (end < 0) throw damaged(archive, 'it is no ZIP archive, or its end is missing');
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (size === TOO_LARGE || start === TOO_LARGE) throw tooLarge(archive);
  const directory = await viewOf(archive.slice(start, start + size));
  const files: ZippedFile[] = [];
  for (let at = 0; at + ENTRY.bytes <= directory.byteLength; ) {
    if (directory.getUint32(at, true) !== ENTRY.signature) throw damaged(archive, 'its list of files is broken');
    const entry = entryAt(directory, at);
    if (!entry.path.endsWith('/')) files.push({ path: entry.path, bytes: () => unpack(archive, entry) });
    at += entry.recordBytes;
  }
  return files;
}

interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its own header is. */
  readonly offset: number;
  /** Length of its record in the list. */
  readonly recordBytes: number;
}

function entryAt(view: DataView, at: number): Entry {
  const nameBytes = view.getUint16(at + 28, true);
  const otherBytes = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = new Uint8Array(view.buffer, at + ENTRY.bytes, Math.min(nameBytes, view.byteLength - at - ENTRY.bytes));
  return {
    path: new TextDecoder().decode(name).replaceAll('\\', '/'),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    recordBytes: ENTRY.bytes + nameBytes + otherBytes,
  };
}

async function unpack(archive: File, entry: Entry): Promise<Blob> {
  const { path, flags, method, packedBytes, bytes, offset } = entry;
  if ([packedBytes, bytes, offset].includes(TOO_LARGE)) throw tooLarge(archive);
  if ((flags & ENCRYPTED) !== 0) throw damaged(archive, `“${path}” is locked by a password`);
  const header = await viewOf(archive.slice(offset, offset + LOCAL.bytes));
  if (header.byteLength < LOCAL.bytes || header.getUint32(0, true) !== LOCAL.signature) {
    throw damaged(archive, `“${path}” is not where its list says`);
  }
  const start = offset + LOCAL.bytes + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(start, start + packedBytes);
  if (method !== STORED && method !== DEFLATED) {
    throw damaged(archive, `“${path}” is packed in a way that is not known here (${method})`);
  }
  const plain = method === STORED ? packed : await inflate(packed, archive, path);
  if (plain.size !== bytes || (await crcOf(plain)) !== entry.crc) {
    throw damaged(archive, `“${path}” is not as it was packed`);
  }
  return plain;
}

async function inflate(packed: Blob, archive: File, path: string): Promise<Blob> {
  try {
    return await new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))).blob();
  } catch (thrown) {
    throw damaged(archive, `“${path}” cannot be unpacked`, thrown);
  }
}

async function crcOf(bytes: Blob): Promise<number> {
  const crc = await createCRC32();
  crc.init();
  const reader = bytes.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) crc.update(part.value);
  return Number.parseInt(crc.digest('hex'), 16);
}

function lastSignature(view: DataView): number {
  for (let at = view.byteLength - END.bytes; at >= 0; at--) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  return -1;
}

async function viewOf(bytes: Blob): Promise<DataView> {
  return new DataView(await bytes.arrayBuffer());
}

function damaged(archive: File, what: string, cause?: unknown): StudioError {
  return new StudioError(
    'file-damaged',
    `“${archive.name}” cannot be read: ${what}. Unpack it and choose the folder, or download it again.`,
    { file: archive.name, rule: 'ZIP archive', ...(cause !== undefined && { cause: String(cause) }) },
    { cause },
  );
}

function tooLarge(archive: File): StudioError {
  return new StudioError(
    'file-unsupported',
    `“${archive.name}” is an archive of more than 4 GB. Unpack it and choose the folder.`,
    { file: archive.name, rule: 'archive of at most 4 GB' },
  );
}
