import { describe, expect, test } from 'vitest';
import { GPU_WEIGHTS, MODEL_FILES } from '#engine/speech/model-files.ts';
import { modelOfFiles } from './model-of-files.ts';

const bytesOf = (path: string) => new TextEncoder().encode(`the bytes of ${path} `.repeat(20));

function folderFile(path: string): File {
  const file = new File([bytesOf(path)], path.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: `whisper-mine/${path}` });
  return file;
}

/** A header of an archive: two-byte and four-byte numbers at their places. */
function header(
  length: number,
  shorts: Record<number, number>,
  longs: Record<number, number>,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  for (const [at, value] of Object.entries(shorts)) view.setUint16(Number(at), value, true);
  for (const [at, value] of Object.entries(longs)) view.setUint32(Number(at), value, true);
  return new Uint8Array(view.buffer);
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** An archive as `zip` makes it; `method` 0 stores, 8 deflates. */
async function zip(paths: readonly string[], method: 0 | 8, spoil = false): Promise<File> {
  const local: Uint8Array<ArrayBuffer>[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  const sizeOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, part) => sum + part.length, 0);
  for (const path of paths) {
    const plain = bytesOf(path.replace(/^whisper\//, ''));
    const packed = method === 8 ? await deflated(plain) : plain.slice();
    const [crc, sizes] = [crc32(plain), [packed.length, plain.length] as const];
    if (spoil) packed.set([(packed[3] ?? 0) ^ 1], 3);
    const name = new TextEncoder().encode(path);
    const entry = { 16: crc, 20: sizes[0], 24: sizes[1], 42: offset };
    list.push(header(46, { 10: method, 28: name.length }, { 0: 0x02014b50, ...entry }), name);
    const own = { 14: crc, 18: sizes[0], 22: sizes[1] };
    local.push(header(30, { 8: method, 26: name.length }, { 0: 0x04034b50, ...own }), name, packed);
    offset = sizeOf(local);
  }
  const end = header(22, {}, { 0: 0x06054b50, 12: sizeOf(list), 16: offset });
  return new File([...local, ...list, end], 'whisper-zipped.zip');
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const texts = (files: readonly { path: string; bytes: Blob }[]) =>
  Promise.all(files.map(async ({ path, bytes }) => [path, await bytes.text()]));
const EXPECTED = MODEL_FILES.map((path) => [path, new TextDecoder().decode(bytesOf(path))]);

describe('a speech model from disk', () => {
  test('is the files of a folder that it needs, and says how large it is', async () => {
    const model = await modelOfFiles([...MODEL_FILES, 'README.md', 'onnx/decoder_model.onnx'].map(folderFile));
    expect(model.name).toBe('whisper-mine');
    expect(await texts(model.files)).toEqual(EXPECTED);
    expect(model.bytes).toBe(EXPECTED.reduce((sum, [, text]) => sum + (text?.length ?? 0), 0));
  });

  test('has its weights for a graphics card, if it has all of them', async () => {
    const paths = async (extra: readonly string[]) =>
      (await modelOfFiles([...MODEL_FILES, ...extra].map(folderFile))).files.map(({ path }) => path);
    expect(await paths(GPU_WEIGHTS)).toEqual([...MODEL_FILES, ...GPU_WEIGHTS]);
    expect(await paths(GPU_WEIGHTS.slice(0, 1))).toEqual(MODEL_FILES);
  });

  test.each([0, 8] as const)('is read from an archive, packed by method %d', async (method) => {
    const inFolder = await modelOfFiles([
      await zip(['whisper/', ...MODEL_FILES.map((path) => `whisper/${path}`)], method),
    ]);
    expect(inFolder.name).toBe('whisper');
    expect(await texts(inFolder.files)).toEqual(EXPECTED);
    const atTop = await modelOfFiles([await zip(MODEL_FILES, method)]);
    expect(atTop.name).toBe('whisper-zipped');
    expect(await texts(atTop.files)).toEqual(EXPECTED);
  });

  test('is refused by name of the file that it lacks', async () => {
    const files = MODEL_FILES.filter((path) => path !== 'tokenizer.json').map(folderFile);
    await expect(modelOfFiles(files)).rejects.toThrow(/whisper-mine.*no tokenizer\.json/);
    await expect(modelOfFiles([folderFile('holiday.jpg')])).rejects.toMatchObject({ code: 'file-unsupported' });
  });

  test('is refused where the archive is damaged', async () => {
    for (const method of [0, 8] as const) {
      await expect(modelOfFiles([await zip(MODEL_FILES, method, true)])).rejects.toMatchObject({
        code: 'file-damaged',
      });
    }
    const whole = await zip(MODEL_FILES, 8);
    const cut = new File([whole.slice(0, whole.size - 30)], 'cut.zip');
    await expect(modelOfFiles([cut])).rejects.toThrow(/its end is missing/);
  });
});
