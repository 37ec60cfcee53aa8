import { describe, expect, it } from 'vitest';
import { planAnimation } from './animation.ts';
import type { AnimationConversion, ConvertibleFile } from './conversion.ts';
import { estimateBytes, webBitRate } from './estimate.ts';
import { refuseConversion } from './refuse.ts';

const FILM: ConvertibleFile = {
  durationSeconds: 60,
  pictures: {
    size: { width: 1920, height: 1080 },
    frames: 1800,
    durationSeconds: 60,
    frameRate: 30,
    bitRate: 20e6,
  },
  sound: { durationSeconds: 60, sampleRate: 48_000, channels: 2 },
};
const SONG: ConvertibleFile = { ...FILM, pictures: null };
const SILENT: ConvertibleFile = { ...FILM, sound: null };
const GIF: AnimationConversion = { to: 'gif', width: 480, frameRate: 12, startSeconds: 0, seconds: 6 };

describe('the bit rate on the web', () => {
  const pictures = { size: { width: 1920, height: 1080 }, frameRate: 30, bitRate: 20e6 };

  it('is what is usual for the size, however much the source has', () => {
    expect(webBitRate(pictures, { width: 1920, height: 1080 }, 'mp4')).toBe(8e6);
    const small = webBitRate(pictures, { width: 1280, height: 720 }, 'mp4');
    expect(small).toBeGreaterThan(4e6);
    expect(small).toBeLessThan(5e6);
  });

  it('is no more than the source needs', () => {
    expect(webBitRate({ ...pictures, bitRate: 1e6 }, { width: 1920, height: 1080 }, 'mp4')).toBe(1e6);
  });

  it('is never so low that encoders refuse it', () => {
    expect(webBitRate({ ...pictures, bitRate: 100 }, { width: 6, height: 10 }, 'mp4')).toBe(64_000);
  });

  it('is less for VP9', () => {
    expect(webBitRate(pictures, { width: 1920, height: 1080 }, 'webm')).toBe(6.4e6);
  });
});

describe('what a conversion is expected to need', () => {
  it('is pictures and sound of a video', () => {
    expect(estimateBytes(FILM, { to: 'mp4', size: 'original' }, 192_000)).toBe((8e6 + 192_000) * 7.5);
  });

  it('is every sample of a WAV', () => {
    expect(estimateBytes(FILM, { to: 'wav' }, 192_000)).toBe(60 * 48_000 * 4);
  });
});

describe('an animation', () => {
  it('has its pictures at even times, in the shape of the video', () => {
    expect(planAnimation(FILM.pictures ?? never(), GIF)).toEqual({
      size: { width: 480, height: 270 },
      frames: 72,
      frameRate: 12,
      startSeconds: 0,
    });
  });

  it('stops where the video does', () => {
    expect(planAnimation(FILM.pictures ?? never(), { ...GIF, startSeconds: 58 }).frames).toBe(24);
  });
});

describe('a conversion is refused', () => {
  it('where the file has not got what it needs', () => {
    expect(refuseConversion('song.mp3', SONG, GIF)?.message).toMatch(/song\.mp3.*no moving pictures.*GIF/);
    expect(refuseConversion('mute.mp4', SILENT, { to: 'mp3' })?.message).toMatch(/mute\.mp4.*no sound.*MP3/);
    expect(refuseConversion('song.mp3', SONG, { to: 'mp4', size: '720p' })?.code).toBe('no-video-frames');
  });

  it('where an animation would be too much, with what would not be', () => {
    const refused = refuseConversion('film.mp4', FILM, { ...GIF, width: 1280, frameRate: 20, seconds: 30 });
    expect(refused?.message).toMatch(/30\.0 s of “film\.mp4”.*1280x720.*can last 10\.8 s/);
    expect(refuseConversion('film.mp4', FILM, { ...GIF, width: 1280, frameRate: 20, seconds: 10.8 })).toBeNull();
  });

  it('where its part begins behind the end', () => {
    expect(refuseConversion('film.mp4', FILM, { ...GIF, startSeconds: 61 })?.message).toMatch(/ends at 60\.0 s/);
  });

  it('not where everything is there', () => {
    for (const to of ['mp3', 'wav'] as const) expect(refuseConversion('film.mp4', FILM, { to })).toBeNull();
    for (const to of ['mp4', 'webm'] as const) {
      expect(refuseConversion('film.mp4', FILM, { to, size: 'original' })).toBeNull();
    }
  });
});

function never(): never {
  throw new Error('It has pictures.');
}
