import { type RefObject, useEffect, useState } from 'react';
import { type RowRange, visibleRows } from './visible-rows.ts';

interface ListInSight extends RowRange {
  /** Of the list, in pixels. */
  readonly width: number;
}

/**
 * Which rows of a list are in sight of the page that it scrolls with. Draws anew only when they change.
 * @param rowsOf height of a row and how many there are, for a list so many pixels wide.
 */
export function useVisibleRows(
  list: RefObject<HTMLElement | null>,
  rowsOf: (width: number) => { readonly height: number; readonly count: number },
): ListInSight {
  const [inSight, setInSight] = useState<ListInSight>({ first: 0, end: 0, width: 0 });
  useEffect(() => {
    const element = list.current;
    const page = element?.closest('main');
    if (!element || !page) return;
    const look = () => {
      const { top, width } = element.getBoundingClientRect();
      const { height, count } = rowsOf(width);
      const range = visibleRows(page.getBoundingClientRect().top - top, page.clientHeight, height, count);
      setInSight((before) =>
        before.first === range.first && before.end === range.end && before.width === width
          ? before
          : { ...range, width },
      );
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    sizes.observe(page);
    page.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      page.removeEventListener('scroll', look);
    };
  }, [list, rowsOf]);
  return inSight;
}
