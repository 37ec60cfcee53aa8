import { StudioError } from '#core/errors.ts';
import type { Rect, Size } from '#core/geometry.ts';
import { type PictureLayer, type PictureReference, picturesOf, type Scene } from '#core/scene/scene.ts';
import { sceneAt } from '#core/scene/scene-at.ts';
import { clipsOf, type Timeline } from '#core/timeline/timeline.ts';
import { seconds, secondsToFrameCount } from '#core/units.ts';
import type { FrameSource, FrameSourceOptions, MediaFile, Picture, Pictures } from '../compositor/compositor.ts';
import { ClipStream } from './clip-stream.ts';
import { PhotoCache } from './photo-cache.ts';
import { type PictureRequest, pictureKey } from './picture-source.ts';

type VideoReference = Extract<PictureReference, { kind: 'video' }>;

/** Time for a decoder to get from a key picture to a cut, in seconds. Each open one holds dozens of pictures. */
const OPENED_AHEAD = seconds(2);

/** Pictures of one clip that are wanted in their order. */
interface Run {
  /** As first shown. */
  readonly opening: VideoReference;
  /** First frame that shows it. */
  readonly frame: number;
}

/** Decodes what the scenes of a timeline show. Whoever makes it disposes it. */
export function createFrameSource(options: FrameSourceOptions): FrameSource {
  return new TimelineFrameSource(options);
}

class TimelineFrameSource implements FrameSource {
  private readonly photos = new PhotoCache();
  private readonly streams = new Map<string, ClipStream>();
  private files: ReadonlyMap<string, MediaFile> = new Map();
  /** Output pixels per canvas pixel. */
  private scale = 1;
  /** Photos that come and go, in the order in which they appear. */
  private order: readonly PictureRequest[] = [];
  /** Every run of a clip, in the order in which they begin. */
  private runs: readonly Run[] = [];
  /** Before a run's first frame. */
  private framesAhead = 0;
  /** Where in `order` the last scene stood. */
  private position = 0;

  constructor(options: FrameSourceOptions) {
    this.update(options);
  }

  update({ timeline, media, outputSize }: FrameSourceOptions): void {
    this.files = new Map(media.map((file) => [file.assetId, file]));
    this.photos.setFiles(this.files);
    this.scale = shortSide(outputSize) / shortSide(timeline.canvas);
    const photos = photosOf(timeline, this.scale);
    this.order = passing(photos);
    this.position = 0;
    this.photos.keepOnly(new Set(photos.flat().map(pictureKey)));
    this.runs = runsOf(timeline);
    this.framesAhead = secondsToFrameCount(OPENED_AHEAD, timeline.frameRate);
    this.keepStreams(new Set(this.runs.map(({ opening }) => streamKey(opening))));
  }

  async load(scene: Scene): Promise<Pictures> {
    const layers = scene.layers.filter((layer) => layer.kind === 'picture');
    const pictures = new Map<PictureReference, Picture>();
    for (const layer of layers) pictures.set(layer.picture, await this.picture(layer));
    const shown = new Set(photoRequests(layers, this.scale).map(pictureKey));
    const upcoming = this.upcoming(shown);
    if (upcoming) this.photos.prefetch(upcoming);
    this.photos.trim(upcoming ? new Set([...shown, pictureKey(upcoming)]) : shown);
    const clips = layers.map((layer) => layer.picture).filter((picture) => picture.kind === 'video');
    this.prepareStreams(scene.frame, clips);
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
    this.keepStreams(new Set());
  }

  private async picture(layer: PictureLayer): Promise<Picture> {
    if (layer.picture.kind === 'video') {
      return await this.stream(layer.picture).pictureAt(layer.picture.time, layer);
    }
    const image = await this.photos.get(requestOf(layer, this.scale));
    return { image, crop: wholeOf(image), version: 0 };
  }

  private stream(reference: VideoReference): ClipStream {
    const key = streamKey(reference);
    const known = this.streams.get(key);
    if (known) return known;
    const file = this.files.get(reference.assetId);
    if (!file) throw new StudioError('not-found', 'A clip of this video is no longer in the library. Import it again.');
    const stream = new ClipStream(file);
    this.streams.set(key, stream);
    return stream;
  }

  /** Ends the runs that are past, and starts the next one, so that its cut does not wait for a decoder. */
  private prepareStreams(frame: number, shown: readonly VideoReference[]): void {
    const keys = new Set(shown.map(streamKey));
    const next = this.runs.find((run) => run.frame > frame && run.frame <= frame + this.framesAhead)?.opening;
    this.keepStreams(next ? new Set([...keys, streamKey(next)]) : keys);
    if (next && !this.streams.has(streamKey(next)) && this.files.has(next.assetId)) this.stream(next).warmUp(next.time);
  }

  private keepStreams(keys: ReadonlySet<string>): void {
    for (const [key, stream] of this.streams) {
      if (keys.has(key)) continue;
      stream.dispose();
      this.streams.delete(key);
    }
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

/** The runs of a timeline in the order in which they begin. The atmosphere runs throughout. */
function runsOf(timeline: Timeline): Run[] {
  const overlays = clipsOf(timeline, 'overlay').map((clip) => clip.start);
  // A shot is on before its own start while it comes in.
  const starts = clipsOf(timeline, 'video').map((clip) => clip.start - (clip.transition?.durationFrames ?? 0) / 2);
  const runs = new Map<string, Run>();
  for (const frame of [...overlays, ...starts].sort((a, b) => a - b)) {
    const shown = picturesOf(sceneAt(timeline, frame)).filter((picture) => picture.kind === 'video');
    for (const opening of shown) {
      const key = streamKey(opening);
      if (!runs.has(key)) runs.set(key, { opening, frame });
    }
  }
  return [...runs.values()];
}

function streamKey({ assetId, stream }: VideoReference): string {
  return JSON.stringify([assetId, stream]);
}

/** What a timeline's photos are decoded to: of each shot in turn, with what lies over it. */
function photosOf(timeline: Timeline, scale: number): PictureRequest[][] {
  const starts = (['image', 'frame', 'logo'] as const)
    .flatMap((kind) => clipsOf(timeline, kind))
    .map(({ start }) => start);
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .map((start) =>
      photoRequests(
        sceneAt(timeline, start).layers.filter((layer) => layer.kind === 'picture'),
        scale,
      ),
    );
}

/** Without those that are on throughout, as a frame and a logo are: they say nothing of what comes next. */
function passing(shots: readonly (readonly PictureRequest[])[]): PictureRequest[] {
  const keys = shots.map((requests) => new Set(requests.map(pictureKey)));
  return shots.flat().filter((request) => !keys.every((shown) => shown.has(pictureKey(request))));
}

function photoRequests(layers: readonly PictureLayer[], scale: number): PictureRequest[] {
  return layers.filter((layer) => layer.picture.kind === 'image').map((layer) => requestOf(layer, scale));
}

function requestOf({ picture, crop, largestArea, grade, blurred }: PictureLayer, scale: number): PictureRequest {
  const size = {
    width: Math.max(1, Math.round(largestArea.width * scale)),
    height: Math.max(1, Math.round(largestArea.height * scale)),
  };
  return { assetId: picture.assetId, crop, size, grade, blurred };
}

function wholeOf({ width, height }: Size): Rect {
  return { x: 0, y: 0, width, height };
}

function shortSide({ width, height }: Size): number {
  return Math.min(width, height);
}
