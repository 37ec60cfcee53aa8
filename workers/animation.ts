import { animateClip } from '#engine/media/animate-clip.ts';
import type { AnimationWorker } from '#protocol/animation.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';

exposeWorker<AnimationWorker>({ animate: ({ bytes }, onAlive) => animateClip(bytes, onAlive) });
