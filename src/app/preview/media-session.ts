import { frameToSeconds } from '#core/units.ts';
import type { PreviewPlayer } from '../studio/preview.ts';

/** What of the system's media controls is used; a browser may have none. */
export type SystemControls = Pick<MediaSession, 'metadata' | 'playbackState' | 'setActionHandler' | 'setPositionState'>;

/** Jumps of the system's buttons, in seconds; a short video is crossed with few of them. */
const JUMP_SECONDS = 2;

/**
 * Lets the keys, headsets and lock screens of the system play, pause and seek the preview.
 * @param title of the video, asked for when it begins to play.
 * @returns what lets go of them.
 */
export function followSystemControls(player: PreviewPlayer, controls: SystemControls, title: () => string): () => void {
  let playing = false;
  const seekTo = (seconds: number) => {
    const { durationFrames, frameRate } = player.snapshot();
    const frame = Math.round((seconds * frameRate.numerator) / frameRate.denominator);
    player.seek(Math.min(Math.max(0, frame), Math.max(0, durationFrames - 1)));
    tellPosition();
  };
  const here = () => {
    const { frame, frameRate } = player.snapshot();
    return frameToSeconds(frame, frameRate);
  };
  const tellPosition = () => {
    const { durationFrames, frameRate } = player.snapshot();
    const duration = frameToSeconds(durationFrames, frameRate);
    controls.setPositionState({ duration, position: Math.min(here(), duration) });
  };
  const handlers = new Map<MediaSessionAction, MediaSessionActionHandler>([
    ['play', () => void player.play()],
    ['pause', () => player.pause()],
    ['seekbackward', ({ seekOffset }) => seekTo(here() - (seekOffset ?? JUMP_SECONDS))],
    ['seekforward', ({ seekOffset }) => seekTo(here() + (seekOffset ?? JUMP_SECONDS))],
    ['seekto', ({ seekTime }) => seekTo(seekTime ?? 0)],
  ]);
  const setHandlers = (on: boolean) => {
    for (const [action, handler] of handlers) controls.setActionHandler(action, on ? handler : null);
  };
  const stopFollowing = player.subscribe(() => {
    const state = player.snapshot();
    if (state.playing === playing) return;
    playing = state.playing;
    controls.playbackState = playing ? 'playing' : 'paused';
    if (playing) controls.metadata = new MediaMetadata({ title: title() });
    tellPosition();
  });
  setHandlers(true);
  return () => {
    stopFollowing();
    setHandlers(false);
    controls.metadata = null;
    controls.playbackState = 'none';
  };
}
