import { StudioError } from '#core/errors.ts';
import type { Rect, Size } from '#core/geometry.ts';
import type { PictureLayer, PictureReference, Scene } from '#core/scene/scene.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import { clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import type { FrameSource, FrameSourceOptions, MediaFile, Picture, Pictures } from '../compositor/compositor.ts';
import { ClipReader } from './clip-reader.ts';
import { PhotoCache } from './photo-cache.ts';
import { type PictureRequest, pictureKey } from './picture-source.ts';

/** Decodes what the scenes of a timeline show. Whoever makes it disposes it. */
export function createFrameSource(options: FrameSourceOptions): FrameSource {
  return new TimelineFrameSource(options);
}

class TimelineFrameSource implements FrameSource {
  private readonly photos = new PhotoCache();
  private readonly clips = new Map<string, ClipReader>();
  private files: ReadonlyMap<string, MediaFile> = new Map();
  /** Output pixels per canvas pixel. */
  private scale = 1;
  /** Every photo of the timeline in the order in which they appear. */
  private order: readonly PictureRequest[] = [];
  /** Where in `order` the last scene stood. */
  private position = 0;

  constructor(options: FrameSourceOptions) {
    this.update(options);
  }

  update({ timeline, media, outputSize }: FrameSourceOptions): void {
    this.files = new Map(media.map((file) => [file.assetId, file]));
    this.photos.setFiles(this.files);
    this.scale = shortSide(outputSize) / shortSide(timeline.canvas);
    this.order = photosOf(timeline, this.scale);
    this.position = 0;
    this.photos.keepOnly(new Set(this.order.map(pictureKey)));
    const playing = new Set(clipsOf(timeline, 'video').map((clip) => clip.assetId));
    for (const [assetId, reader] of this.clips) {
      if (playing.has(assetId)) continue;
      reader.dispose();
      this.clips.delete(assetId);
    }
  }

  async load(scene: Scene): Promise<Pictures> {
    const layers = scene.layers.filter((layer) => layer.kind === 'picture');
    const pictures = new Map<PictureReference, Picture>();
    for (const layer of layers) pictures.set(layer.picture, await this.picture(layer));
    const shown = new Set(photoRequests(layers, this.scale).map(pictureKey));
    const upcoming = this.upcoming(shown);
    if (upcoming) this.photos.prefetch(upcoming);
    this.photos.trim(upcoming ? new Set([...shown, pictureKey(upcoming)]) : shown);
    return {
      get(reference) {
        const picture = pictures.get(reference);
        if (!picture) throw new Error(`The picture of asset ${reference.assetId} was not loaded for this scene.`);
        return picture;
      },
    };
  }

  dispose(): void {
    this.photos.keepOnly(new Set());
    for (const reader of this.clips.values()) reader.dispose();
    this.clips.clear();
  }

  private async picture(layer: PictureLayer): Promise<Picture> {
    if (layer.picture.kind === 'video') {
      const image = await this.reader(layer.picture.assetId).pictureAt(layer.picture.time);
      return { image, crop: layer.crop };
    }
    const image = await this.photos.get(requestOf(layer, this.scale));
    return { image, crop: wholeOf(image) };
  }

  private reader(assetId: string): ClipReader {
    const known = this.clips.get(assetId);
    if (known) return known;
    const file = this.files.get(assetId);
    if (!file) throw new StudioError('not-found', 'A clip of this video is no longer in the library. Import it again.');
    const reader = new ClipReader(file);
    this.clips.set(assetId, reader);
    return reader;
  }

  /** The photo that comes after those that are shown. */
  private upcoming(shown: ReadonlySet<string>): PictureRequest | undefined {
    const isShown = (request: PictureRequest) => shown.has(pictureKey(request));
    const from = this.order.findIndex((request, index) => index >= this.position && isShown(request));
    // Going back, or a new beginning: look from the start.
    this.position = from >= 0 ? from : Math.max(0, this.order.findIndex(isShown));
    return this.order.slice(this.position).find((request) => !isShown(request));
  }
}

/** What a timeline's photos are decoded to, in the order in which they appear. */
function photosOf(timeline: Timeline, scale: number): PictureRequest[] {
  const starts = clipsOf(timeline, 'image').map((clip) => clip.start);
  const frames = clipsOf(timeline, 'frame').map((clip) => clip.start);
  return [...new Set([...starts, ...frames])]
    .sort((a, b) => a - b)
    .flatMap((start) =>
      photoRequests(
        sceneAt(timeline, start).layers.filter((layer) => layer.kind === 'picture'),
        scale,
      ),
    );
}

function photoRequests(layers: readonly PictureLayer[], scale: number): PictureRequest[] {
  return layers.filter((layer) => layer.picture.kind === 'image').map((layer) => requestOf(layer, scale));
}

function requestOf({ picture, crop, largestArea }: PictureLayer, scale: number): PictureRequest {
  const size = {
    width: Math.max(1, Math.round(largestArea.width * scale)),
    height: Math.max(1, Math.round(largestArea.height * scale)),
  };
  return { assetId: picture.assetId, crop, size };
}

function wholeOf({ width, height }: Size): Rect {
  return { x: 0, y: 0, width, height };
}

function shortSide({ width, height }: Size): number {
  return Math.min(width, height);
}
