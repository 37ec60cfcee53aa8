import { describe, expect, test } from 'vitest';
import type { ImageFormat } from '../asset.ts';
import { readImageHeader } from './read-image-header.ts';

/** HEIC is a kind of HEIF, as AVIF is. */
type SampleFormat = Exclude<ImageFormat, 'heic'>;

/** Red pictures of 6x4 pixels, in hexadecimal. */
const SAMPLES: Record<SampleFormat, string> = {
  jpeg: 'ffd8ffe000104a46494600010200000100010000fffe00104c61766335392e33372e31303000ffdb0043000804040404040505050505050606060606060606060606060607070708080807070706060707080808080909090808080809090a0a0a0c0c0b0b0e0e0e111114ffc4004c0001010000000000000000000000000000000601010100000000000000000000000000000607100100000000000000000000000000000000110100000000000000000000000000000000ffc00011080004000603012200021100031100ffda000c03010002110311003f008b00517f7fffd9',
  png: '89504e470d0a1a0a0000000d49484452000000060000000408020000002266d91400000009704859730000000100000001004f25c4d60000001249444154789c63f8cbc08086d0f9440b01009d8117b9ca2376960000000049454e44ae426082',
  webp: '524946463c000000574542505650382030000000d001009d012a0600040002003425a00274ba01f80003b000fef0e8f7ff20b96175c8d7ff203fe407fc80fff8f2000000',
  avif: '00000020667479706176696600000000617669666d6966316d6961664d413142000000f96d657461000000000000002f68646c720000000000000000706963740000000000000000000000005069637475726548616e646c6572000000000e7069746d0000000000010000001e696c6f630000000044000001000100000001000001210000001b0000002869696e660000000000010000001a696e6665020000000001000061763031436f6c6f72000000006a697072700000004b6970636f0000001469737065000000000000000600000004000000107069786900000000030808080000000c6176314381000c0000000013636f6c726e636c78000200020002000000001769706d61000000000000000100010401028304000000236d6461740a0518086ed804321218000000500000400352ede717f4f345a620',
  gif: '47494638396106000400800000ff00000000002c000000000600040000020e0408102040800001020408102050003b',
};

function sample(format: SampleFormat): Uint8Array {
  const hexadecimal = SAMPLES[format];
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, index) =>
    Number.parseInt(hexadecimal.slice(2 * index, 2 * index + 2), 16),
  );
}

const FORMATS = Object.keys(SAMPLES) as SampleFormat[];

describe.each(FORMATS)('a whole %s', (format) => {
  test('tells its size and that it is complete', () => {
    expect(readImageHeader(format, sample(format))).toMatchObject({ size: { width: 6, height: 4 }, complete: true });
  });

  test('is still complete with bytes after its end', () => {
    if (format === 'avif') return;
    const padded = new Uint8Array([...sample(format), 0, 0, 0, 0]);
    expect(readImageHeader(format, padded)).toMatchObject({ complete: true });
  });

  test('is never taken for complete once its end is cut off, and no cut makes reading fail', () => {
    const whole = sample(format);
    for (let length = 0; length < whole.length - 2; length++) {
      expect(readImageHeader(format, whole.subarray(0, length))?.complete ?? false, `${length} bytes`).toBe(false);
    }
  });
});

test('a JPEG that ends inside its scan is incomplete, though a thumbnail inside it has an end of its own', () => {
  const whole = sample('jpeg');
  const thumbnail = [0xff, 0xe1, 0x00, 0x06, 0xff, 0xd8, 0xff, 0xd9];
  const withThumbnail = new Uint8Array([0xff, 0xd8, ...thumbnail, ...whole.subarray(2)]);
  expect(readImageHeader('jpeg', withThumbnail)?.complete).toBe(true);
  expect(readImageHeader('jpeg', withThumbnail.subarray(0, withThumbnail.length - 2))?.complete).toBe(false);
});

test('a PNG that declares 50,000x50,000 pixels says so', () => {
  const png = sample('png').slice();
  const view = new DataView(png.buffer);
  view.setUint32(16, 50_000);
  view.setUint32(20, 50_000);
  expect(readImageHeader('png', png)?.size).toEqual({ width: 50_000, height: 50_000 });
});

test('a HEIC is read as an AVIF is', () => {
  expect(readImageHeader('heic', sample('avif'))).toEqual(readImageHeader('avif', sample('avif')));
});

test('bytes without a picture have no header', () => {
  for (const format of FORMATS) expect(readImageHeader(format, new Uint8Array([1, 2, 3]))).toBeNull();
});
