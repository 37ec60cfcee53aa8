import kernelUrl from '../../../../.cache/kernel/scale.wasm?url';

/** Fetches and compiles the kernel that `npm run kernel` built. */
export async function loadKernel(): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetch(kernelUrl));
}
