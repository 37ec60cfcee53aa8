import type { Size } from '#core/geometry.ts';
import type { LogoChoice } from '#core/project/logo.ts';
import { referenceSize } from '#core/render/settings.ts';
import { logoArea } from '#core/scene/logo-area.ts';
import { usePlayable } from '../state/media.ts';

const CANVAS = referenceSize('9:16');

/** Where the logo lies in a vertical video, in little. */
export function LogoPlace({ logo, source }: { logo: LogoChoice; source: Size }) {
  const url = usePlayable(logo.assetId);
  const { x, y, width, height } = logoArea(logo, source, CANVAS, null);
  const across = (pixels: number) => `${(100 * pixels) / CANVAS.width}%`;
  const down = (pixels: number) => `${(100 * pixels) / CANVAS.height}%`;
  return (
    <div
      aria-hidden
      className="relative aspect-[9/16] w-full self-start overflow-hidden rounded-thumb border border-line bg-linear-to-br from-[#5b4a3a] via-[#3a3140] to-[#23232b]"
    >
      {url && (
        <img
          src={url}
          alt=""
          className="absolute object-contain"
          style={{
            left: across(x),
            top: down(y),
            width: across(width),
            height: down(height),
            opacity: logo.opacity,
          }}
        />
      )}
    </div>
  );
}
