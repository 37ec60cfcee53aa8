/**
 * Whether there is a graphics card that computes for web pages. One that software plays is none: the processor is faster
 * by itself.
 */
export async function hasGraphicsCard(): Promise<boolean> {
  // Browsers without WebGPU have no such property.
  if (!('gpu' in navigator)) return false;
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    return adapter !== null && !adapter.info.isFallbackAdapter;
  } catch {
    // Refused to this page, which is as good as none.
    return false;
  }
}
