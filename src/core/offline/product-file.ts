/**
 * What of the product a file belongs to. `shell` is what opens every page; `code` what works in the background; the others
 * are large, and each is loaded when something first needs it.
 */
export const PRODUCT_PARTS = ['shell', 'code', 'video', 'speech', 'fonts', 'sample'] as const;
export type ProductPart = (typeof PRODUCT_PARTS)[number];

/** Where the list of a version's files lies, relative to the product. */
export const VERSION_LIST = 'version.json';

/** One file of one version of the product. */
export interface ProductFile {
  /** Relative to the product's address; empty for its page. */
  readonly path: string;
  readonly bytes: number;
  /** As in Subresource Integrity: `sha256-` and the hash in base64. */
  readonly integrity: string;
  readonly part: ProductPart;
}

/** One version of the product, as the build lists it. */
export interface ProductVersion {
  /** Follows from all of its files: 16 hex digits. */
  readonly version: string;
  readonly files: readonly ProductFile[];
}
