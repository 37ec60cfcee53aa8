import { describe, expect, test } from 'vitest';
import type { ImageFormat } from '../asset.ts';
import { readImageHeader } from './read-image-header.ts';

/** Pictures of 6x4 pixels written by ffmpeg, as base64. */
const SAMPLES: Record<ImageFormat, string> = {
  jpeg: '/9j/4AAQSkZJRgABAgAAAQABAAD//gAQTGF2YzU5LjM3LjEwMAD/2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBgYHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJCQoKCgwMCwsODg4RERT/xABMAAEBAAAAAAAAAAAAAAAAAAAABgEBAQAAAAAAAAAAAAAAAAAABgcQAQAAAAAAAAAAAAAAAAAAAAARAQAAAAAAAAAAAAAAAAAAAAD/wAARCAAEAAYDASIAAhEAAxEA/9oADAMBAAIRAxEAPwCLAFF/f//Z',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAIAAAAiZtkUAAAACXBIWXMAAAABAAAAAQBPJcTWAAAAEklEQVR4nGP4y8CAhtD5RAsBAJ2BF7nKI3aWAAAAAElFTkSuQmCC',
  webp: 'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoGAAQAAgA0JaACdLoB+AADsAD+8Oj3/yC5YXXI1/8gP+QH/ID/+PIAAAA=',
  avif: 'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAD5bWV0YQAAAAAAAAAvaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAFBpY3R1cmVIYW5kbGVyAAAAAA5waXRtAAAAAAABAAAAHmlsb2MAAAAARAAAAQABAAAAAQAAASEAAAAbAAAAKGlpbmYAAAAAAAEAAAAaaW5mZQIAAAAAAQAAYXYwMUNvbG9yAAAAAGppcHJwAAAAS2lwY28AAAAUaXNwZQAAAAAAAAAGAAAABAAAABBwaXhpAAAAAAMICAgAAAAMYXYxQ4EADAAAAAATY29scm5jbHgAAgACAAIAAAAAF2lwbWEAAAAAAAAAAQABBAECgwQAAAAjbWRhdAoFGAhu2AQyEhgAAABQAABAA1Lt5xf080WmIA==',
  gif: 'R0lGODlhBgAEAPcfMQAAACQAAEgAAGwAAJAAALQAANgAAPwAAAAkACQkAEgkAGwkAJAkALQkANgkAPwkAABIACRIAEhIAGxIAJBIALRIANhIAPxIAABsACRsAEhsAGxsAJBsALRsANhsAPxsAACQACSQAEiQAGyQAJCQALSQANiQAPyQAAC0ACS0AEi0AGy0AJC0ALS0ANi0APy0AADYACTYAEjYAGzYAJDYALTYANjYAPzYAAD8ACT8AEj8AGz8AJD8ALT8ANj8APz8AAAAVSQAVUgAVWwAVZAAVbQAVdgAVfwAVQAkVSQkVUgkVWwkVZAkVbQkVdgkVfwkVQBIVSRIVUhIVWxIVZBIVbRIVdhIVfxIVQBsVSRsVUhsVWxsVZBsVbRsVdhsVfxsVQCQVSSQVUiQVWyQVZCQVbSQVdiQVfyQVQC0VSS0VUi0VWy0VZC0VbS0Vdi0Vfy0VQDYVSTYVUjYVWzYVZDYVbTYVdjYVfzYVQD8VST8VUj8VWz8VZD8VbT8Vdj8Vfz8VQAAqiQAqkgAqmwAqpAAqrQAqtgAqvwAqgAkqiQkqkgkqmwkqpAkqrQkqtgkqvwkqgBIqiRIqkhIqmxIqpBIqrRIqthIqvxIqgBsqiRsqkhsqmxsqpBsqrRsqthsqvxsqgCQqiSQqkiQqmyQqpCQqrSQqtiQqvyQqgC0qiS0qki0qmy0qpC0qrS0qti0qvy0qgDYqiTYqkjYqmzYqpDYqrTYqtjYqvzYqgD8qiT8qkj8qmz8qpD8qrT8qtj8qvz8qgAA/yQA/0gA/2wA/5AA/7QA/9gA//wA/wAk/yQk/0gk/2wk/5Ak/7Qk/9gk//wk/wBI/yRI/0hI/2xI/5BI/7RI/9hI//xI/wBs/yRs/0hs/2xs/5Bs/7Rs/9hs//xs/wCQ/ySQ/0iQ/2yQ/5CQ/7SQ/9iQ//yQ/wC0/yS0/0i0/2y0/5C0/7S0/9i0//y0/wDY/yTY/0jY/2zY/5DY/7TY/9jY//zY/wD8/yT8/0j8/2z8/5D8/7T8/9j8//z8/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQEAAAfACwAAAAABgAEAAAIDQAPCBxIsOBAAwcPBAQAOw==',
};

function sample(format: ImageFormat): Uint8Array {
  return Uint8Array.from(atob(SAMPLES[format]), (letter) => letter.charCodeAt(0));
}

const FORMATS = Object.keys(SAMPLES) as ImageFormat[];

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

test('bytes without a picture have no header', () => {
  for (const format of FORMATS) expect(readImageHeader(format, new Uint8Array([1, 2, 3]))).toBeNull();
});
