/** Where in a clip a pointer stands that goes over its picture, 0 at the left edge to 1 at the right one. */
export function scrubShare(x: number, { left, width }: { readonly left: number; readonly width: number }): number {
  return width > 0 ? Math.min(1, Math.max(0, (x - left) / width)) : 0;
}
