import { describe, expect, it } from 'vitest';
import { migrateProject } from './migrations.ts';
import { createProject, mediaItem, musicChoice } from './project.ts';

describe('migrating a stored project', () => {
  it('leaves one of the present version as it is', () => {
    const project = createProject('p', 0, 1);
    expect(migrateProject(project)).toEqual(project);
  });

  it('takes photos and music of version 1 over, and shows each photo once as before', () => {
    const stored = {
      schemaVersion: 1,
      id: 'p',
      name: 'Spring',
      createdAt: 1,
      updatedAt: 2,
      photos: [{ id: 'i', assetId: 'a', fit: 'contain', focus: { x: 0.2, y: 0.8 } }],
      music: { assetId: 'm' },
      hook: 'Hello',
      frame: { kind: 'none' },
      atmosphere: { kind: 'none' },
      format: '1:1',
      quality: 'eco',
      lengthSeconds: 12,
      seed: 9,
    };
    const { id, name, hook, format, quality, lengthSeconds, seed, frame, atmosphere } = stored;
    expect(migrateProject(stored)).toEqual({
      ...createProject('p', 1, 9),
      ...{ id, name, hook, format, quality, lengthSeconds, seed, frame, atmosphere },
      updatedAt: 2,
      items: [{ ...mediaItem('i', 'a'), fit: 'contain', focus: { x: 0.2, y: 0.8 } }],
      repeatItems: false,
      music: musicChoice('m'),
    });
  });

  it('stretches clips of version 2 to their end as before', () => {
    const { playback, ...item } = mediaItem('i', 'a');
    const project = { ...createProject('p', 0, 1), schemaVersion: 2 };
    const stored = { ...project, items: [{ ...item, playback: { mode: 'speed', startSeconds: 2 } }] };
    expect(migrateProject(stored)).toEqual({
      ...createProject('p', 0, 1),
      items: [{ ...item, playback: { ...playback, mode: 'speed', startSeconds: 2 } }],
    });
  });

  it('gives a video of version 3 no captions', () => {
    const { captions: _, ...stored } = { ...createProject('p', 0, 1), schemaVersion: 3 };
    expect(migrateProject(stored)).toEqual(createProject('p', 0, 1));
  });

  it('keeps captions of version 4, and lists nobody who speaks them', () => {
    const tracks = [{ assetId: 'talk', cues: [] }];
    const { speakers: _, ...captions } = { ...createProject('p', 0, 1).captions, tracks };
    const stored = { ...createProject('p', 0, 1), schemaVersion: 4, captions };
    expect(migrateProject(stored)).toEqual({ ...createProject('p', 0, 1), captions: { ...captions, speakers: [] } });
  });

  it('leaves the hook and the frame of version 5 in their own colours', () => {
    const { hookColour: _, frameColour: __, ...stored } = { ...createProject('p', 0, 1), schemaVersion: 5 };
    expect(migrateProject(stored)).toEqual(createProject('p', 0, 1));
  });

  it('gives a video of version 6 no logo', () => {
    const { logo: _, ...stored } = { ...createProject('p', 0, 1), schemaVersion: 6 };
    expect(migrateProject(stored)).toEqual(createProject('p', 0, 1));
  });

  it('leaves the hook of version 7 in the font of its style', () => {
    const { hookFont: _, ...stored } = { ...createProject('p', 0, 1), schemaVersion: 7 };
    expect(migrateProject(stored)).toEqual(createProject('p', 0, 1));
  });

  it('refuses one from a newer studio rather than losing what it cannot read', () => {
    expect(() => migrateProject({ schemaVersion: 99 })).toThrow('saved by a newer version');
  });

  it('refuses a version that never existed', () => {
    expect(() => migrateProject({ schemaVersion: 0 })).toThrow('schema version 0');
    expect(() => migrateProject({ schemaVersion: 1.5 })).toThrow('schema version 1.5');
  });
});
