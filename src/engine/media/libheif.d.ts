/** The parts of libheif's JavaScript wrapper that are used; the package types only its C functions. */

declare module 'libheif-js/libheif-wasm/libheif.js' {
  export interface HeifImage {
    get_width(): number;
    get_height(): number;
    has_alpha_channel?(): boolean;
    is_primary(): boolean;
    /** Fills `target.data` with RGBA and answers with it, or with null where decoding fails. */
    display(target: ImageData, done: (filled: ImageData | null) => void): void;
    free(): void;
  }

  export interface HeifDecoder {
    /** Empty where the file cannot be read. */
    decode(bytes: Uint8Array): HeifImage[];
  }

  export interface Libheif {
    readonly HeifDecoder: new () => HeifDecoder;
  }

  const load: (options: { readonly wasmBinary: ArrayBuffer }) => Libheif;
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default load;
}
