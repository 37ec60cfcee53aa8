import { useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';

/**
 * A small picture in a long list, decoded for as long as it is shown. Of an `img`, a browser without a GPU keeps the
 * pixels after it is gone: 500 MB of thumbnails, once thousands have gone by.
 */
export function PaintedPicture({ picture, className }: { picture: Blob | null | undefined; className: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const shown = canvas.current;
    if (!picture || !shown) return;
    let isGone = false;
    createImageBitmap(picture).then(
      (bitmap) => {
        if (isGone) return bitmap.close();
        shown.width = bitmap.width;
        shown.height = bitmap.height;
        shown.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      },
      // A picture that cannot be decoded stays empty: its file's name stands below it.
      () => undefined,
    );
    return () => {
      isGone = true;
      shown.width = 0;
      shown.height = 0;
    };
  }, [picture]);
  return <canvas ref={canvas} aria-hidden className={classNames('bg-surface-3 object-cover', className)} />;
}
