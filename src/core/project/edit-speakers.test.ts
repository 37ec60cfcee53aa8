import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../captions/transcript.ts';
import { lawfulCues } from '../fixtures/cues.ts';
import { speakersOf } from './captions.ts';
import { changeCues } from './edit-captions.ts';
import { addSpeaker, colourSpeaker, removeSpeaker, renameSpeaker, setSpeaker } from './edit-speakers.ts';
import { createProject, type Project } from './project.ts';

const EMPTY = createProject('p', 0, 1);
const saidBy = (cues: readonly Cue[], names: readonly (string | null)[]): Cue[] =>
  cues.map((cue, index) => {
    const speaker = names[index % names.length];
    return speaker == null ? cue : { ...cue, speaker };
  });

/** Projects with captions on two clocks, said by some of three. */
const projects: fc.Arbitrary<Project> = fc
  .record({
    song: lawfulCues({ ticksPerSecond: 100, emphasis: false }),
    own: lawfulCues({ ticksPerSecond: 100, emphasis: false }),
    names: fc.array(fc.option(fc.constantFrom('Ann', 'Bob', 'Zoë')), { minLength: 1, maxLength: 5 }),
  })
  .map(({ song, own, names }) =>
    changeCues(
      changeCues(EMPTY, 'song', () => saidBy(song, names)),
      null,
      () => saidBy(own, names),
    ),
  );

const allCues = ({ captions }: Project) => captions.tracks.flatMap(({ cues }) => cues);
const withoutSpeakers = (project: Project) => allCues(project).map(({ speaker: _, ...cue }) => cue);
const sayings = (project: Project) => allCues(project).map(({ speaker }) => speaker);
const colourOf = (project: Project, name: string) =>
  speakersOf(project.captions).find((speaker) => speaker.name === name)?.fill;

describe('edits of speakers', () => {
  it('change nothing of a caption but who says it', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const [track] = project.captions.tracks;
        const ref = { assetId: track?.assetId ?? null, cueId: track?.cues[0]?.id ?? '' };
        for (const edited of [
          setSpeaker(project, ref, 'Cleo'),
          setSpeaker(project, ref, null),
          addSpeaker(project, ref),
          colourSpeaker(project, 'Ann', '#FF0000'),
          renameSpeaker(project, 'Ann', 'Cleo'),
          removeSpeaker(project, 'Ann'),
        ]) {
          expect(withoutSpeakers(edited)).toEqual(withoutSpeakers(project));
        }
      }),
    );
  });

  it('keep the colour of a speaker who is renamed, and can be taken back by name', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const coloured = colourSpeaker(project, 'Ann', '#FF0000');
        const renamed = renameSpeaker(coloured, 'Ann', 'Cleo');
        expect(sayings(renamed)).toEqual(sayings(project).map((name) => (name === 'Ann' ? 'Cleo' : name)));
        expect(colourOf(renamed, 'Cleo')).toBe(colourOf(coloured, 'Ann'));
        expect(renameSpeaker(renamed, 'Cleo', 'Ann')).toEqual(coloured);
      }),
    );
  });

  it('leave no caption with a speaker who is removed', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const left = removeSpeaker(project, 'Ann');
        expect(sayings(left)).not.toContain('Ann');
        expect(speakersOf(left.captions).map(({ name }) => name)).not.toContain('Ann');
      }),
    );
  });

  it('refuse a name that another has', () => {
    const cue: Cue = {
      id: 'c1',
      start: 0,
      end: 1,
      words: [{ text: 'gold', start: 0, end: 1, confidence: 1 }],
      lines: [0],
    };
    const one = changeCues(EMPTY, null, () => [{ ...cue, speaker: 'Bob' }]);
    const both = addSpeaker(one, { assetId: null, cueId: 'c1' });
    expect(speakersOf(both.captions).map(({ name }) => name)).toEqual(['Speaker 2']);
    const named = setSpeaker(both, { assetId: null, cueId: 'c1' }, 'Bob');
    expect(() => renameSpeaker(named, 'Bob', ' Speaker  2 ')).toThrow('already');
    expect(renameSpeaker(named, 'Bob', 'Bob')).toBe(named);
    expect(() => renameSpeaker(named, 'Bob', ' ')).toThrow('1 to 40');
  });
});
