import { describe, expect, it } from 'vitest';
import { migrateProject } from './migrations.ts';
import { createProject } from './project.ts';

describe('migrating a stored project', () => {
  it('leaves one of the present version as it is', () => {
    const project = createProject('p', 0, 1);
    expect(migrateProject(project)).toEqual(project);
  });

  it('refuses one from a newer studio rather than losing what it cannot read', () => {
    expect(() => migrateProject({ schemaVersion: 99 })).toThrow('saved by a newer version');
  });

  it('refuses a version that never existed', () => {
    expect(() => migrateProject({ schemaVersion: 0 })).toThrow('schema version 0');
    expect(() => migrateProject({ schemaVersion: 1.5 })).toThrow('schema version 1.5');
  });
});
