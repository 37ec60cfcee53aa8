import { RENDER_VERSION } from '#core/render/render-part.ts';
import type { RenderRequest } from '#protocol/render.ts';

/** What a video's pictures and sound follow from, beside the bytes of its media, whose ids stand for them. */
export type RenderInputs = Pick<RenderRequest, 'timeline' | 'settings' | 'compositor' | 'videoEncoder'>;

/**
 * Names everything that a part of a render was made from, as a SHA-256 in hex: two parts with the same fingerprint
 * belong to the same video. Another version of the browser may draw or encode differently.
 */
export async function fingerprintOf(inputs: RenderInputs): Promise<string> {
  const { timeline, settings, compositor, videoEncoder } = inputs;
  const named = { RENDER_VERSION, timeline, settings, compositor, videoEncoder, browser: navigator.userAgent };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(named)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
