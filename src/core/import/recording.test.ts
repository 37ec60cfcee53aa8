import { describe, expect, it } from 'vitest';
import { RECORDING_TYPES, recordingFailed, recordingName } from './recording.ts';

const EVENING = new Date(2026, 10, 5, 21, 7, 9);

describe('a recording', () => {
  it('is called after its device and the time that it began', () => {
    expect(recordingName('microphone', EVENING, 'audio/webm;codecs=opus')).toBe('Voice-over 2026-11-05 21.07.09.webm');
    expect(recordingName('microphone', EVENING, 'audio/mp4')).toBe('Voice-over 2026-11-05 21.07.09.m4a');
    expect(recordingName('camera', EVENING, 'video/mp4')).toBe('Camera 2026-11-05 21.07.09.mp4');
  });

  it('has an ending for each kind that may be recorded', () => {
    for (const [device, types] of Object.entries(RECORDING_TYPES)) {
      for (const type of types) {
        expect(recordingName(device === 'camera' ? 'camera' : 'microphone', EVENING, type)).toMatch(
          /\.(webm|mp4|m4a|ogg)$/,
        );
      }
    }
  });

  it('that may not begin says what to do', () => {
    expect(recordingFailed('camera', 'NotAllowedError').message).toMatch(/may not use the camera.*Allow it/);
    expect(recordingFailed('microphone', 'NotFoundError').message).toMatch(/No microphone was found/);
    expect(recordingFailed('camera', 'NotReadableError').message).toMatch(/Close other apps/);
    expect(recordingFailed('microphone', 'NotSupportedError').code).toBe('browser-unsupported');
  });
});
