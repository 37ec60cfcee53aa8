import { sceneAt } from '#core/scene/scene-at.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import type { Compositor, FrameSource } from '../compositor/compositor.ts';

/** What the file should show: frames of the timeline, drawn as the export drew them. */
export class DrawnFrames {
  constructor(
    readonly timeline: Timeline,
    private readonly compositor: Compositor,
    private readonly frameSource: FrameSource,
  ) {}

  /** As I420 bytes, which the next call overwrites. Frames in rising order are the quickest. @throws as the parts do */
  async draw(frame: number): Promise<Uint8Array> {
    const scene = sceneAt(this.timeline, frame);
    this.compositor.draw(scene, await this.frameSource.load(scene));
    return this.compositor.readI420();
  }
}
