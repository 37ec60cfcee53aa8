import { holdVersion } from '#storage/product-cache.ts';

/** Of the product that this page is; empty where no build made it. */
export function pageVersion(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? '';
}

/** From here on this version's files stay, though another tab may put a newer one in place while this page still opens. */
export function holdPageVersion(): void {
  const version = pageVersion();
  if (version !== '') holdVersion(version);
}
