import type { RenderClient } from '#clients/render-client.ts';
import type { RenderCapabilities } from '#core/render/check-render.ts';

/** What this browser can encode: tried once, remembered while the page is open. A failed try is not remembered. */
export function rememberCapabilities(client: RenderClient): () => Promise<RenderCapabilities> {
  let answer: Promise<RenderCapabilities> | null = null;
  return () => {
    answer ??= client.probe().catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
