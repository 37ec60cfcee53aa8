import { describe, expect, it } from 'vitest';
import { fitVideoSize, fitWidth } from './fit-size.ts';

const size = (width: number, height: number) => ({ width, height });

describe('the size of a converted video', () => {
  it('fits a screen of its name, lying or standing as the video is', () => {
    expect(fitVideoSize(size(3840, 2160), '1080p')).toEqual(size(1920, 1080));
    expect(fitVideoSize(size(2160, 3840), '720p')).toEqual(size(720, 1280));
    expect(fitVideoSize(size(1920, 1080), '480p')).toEqual(size(854, 480));
    expect(fitVideoSize(size(1080, 1080), '720p')).toEqual(size(720, 720));
  });

  it('keeps wide pictures inside the screen, too', () => {
    expect(fitVideoSize(size(2560, 1080), '1080p')).toEqual(size(1920, 810));
  });

  it('is never more than the video has', () => {
    expect(fitVideoSize(size(640, 360), '1080p')).toEqual(size(640, 360));
    expect(fitVideoSize(size(1279, 719), '720p')).toEqual(size(1278, 718));
  });

  it('is even', () => {
    expect(fitVideoSize(size(641, 361), 'original')).toEqual(size(640, 360));
    expect(fitVideoSize(size(1998, 1080), '720p')).toEqual(size(1280, 692));
  });

  it('follows a width in the shape of the video', () => {
    expect(fitWidth(size(1920, 1080), 480)).toEqual(size(480, 270));
    expect(fitWidth(size(320, 180), 480)).toEqual(size(320, 180));
  });
});
