import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { cueText } from '#core/captions/cue-text.ts';
import type { Cue } from '#core/captions/transcript.ts';
import { cuesOfTrack } from '#core/project/captions.ts';
import { changeCues } from '#core/project/edit-captions.ts';
import { createProject } from '#core/project/project.ts';
import { createCaptionEdits } from './caption-edits.ts';
import type { ViewState } from './editor.tsx';
import { createProjectHistory } from './project-history.ts';

const word = (text: string, start: number) => ({ text, start, end: start + 0.8, confidence: 0.3 });
const GOLD: Cue = { id: 'c1', start: 1, end: 3, words: [word('golden', 1), word('hour', 2)], lines: [0] };
const HERE: Cue = { id: 'c2', start: 3, end: 4, words: [word('here', 3)], lines: [0] };
const ANY = { matchCase: false, wholeWords: false };

function setUp() {
  const project = changeCues(createProject('p', 0, 1), 'voice', () => [GOLD, HERE]);
  const history = createProjectHistory(project, () => 0);
  const view = createStore<ViewState>(() => ({
    selectedItem: null,
    selectedShot: null,
    panel: null,
    shownExport: null,
    editProblem: null,
    guides: null,
    selectedCue: null,
    cueToShow: null,
    captionProblem: null,
    isTouring: false,
  }));
  const cues = (assetId: string | null = 'voice') => cuesOfTrack(history.current.getState().project.captions, assetId);
  return { edits: createCaptionEdits({ history, view }), history, view, cues };
}

const first = { assetId: 'voice', cueId: 'c1' };

describe('typing in a caption', () => {
  it('is seen at every key, keeps the times of the words that stay, and is one step to undo', () => {
    const { edits, history, cues } = setUp();
    for (const text of ['golden hou', 'golden ho', 'golden house']) edits.retype('voice', GOLD, text);
    expect(cues()[0]?.words.map(({ text, start }) => [text, start])).toEqual([
      ['golden', 1],
      ['house', 2],
    ]);
    history.undo();
    expect(cues()).toEqual([GOLD, HERE]);
  });
});

describe('an edit of captions', () => {
  it('splits and merges, and says which caption is new', () => {
    const { edits, cues } = setUp();
    expect(edits.split(first, 'golden hour', 7)).toEqual({ assetId: 'voice', cueId: 'c3' });
    expect(cues().map(cueText)).toEqual(['golden', 'hour', 'here']);
    expect(edits.mergeWithNext(first)).toBe(true);
    expect(cues().map(cueText)).toEqual(['golden\nhour', 'here']);
  });

  it('that a rule refuses is said and changes nothing, until one succeeds', () => {
    const { edits, view, cues, history } = setUp();
    expect(edits.split(first, 'golden hour', 0)).toBeNull();
    expect(view.getState().captionProblem?.code).toBe('input-invalid');
    expect(edits.add('voice', { start: 1.5, end: 2 }, 'New', 10)).toBeNull();
    expect(cues()).toEqual([GOLD, HERE]);
    expect(history.past.getState().pastStates).toHaveLength(0);
    edits.shift('voice', new Set(['c1']), -0.5, 10);
    expect(view.getState().captionProblem).toBeNull();
    expect(cues()[0]).toMatchObject({ start: 0.5, end: 2.5 });
  });

  it('adds, removes, confirms and replaces', () => {
    const { edits, cues } = setUp();
    const added = edits.add(null, { start: 5, end: 7 }, 'Golden', 10);
    expect(added).toMatchObject({ assetId: null });
    edits.replaceAll('golden', 'Silver', ANY);
    expect([...cues(), ...cues(null)].map(cueText)).toEqual(['Silver hour', 'here', 'Silver']);
    edits.confirm({ assetId: 'voice', cueId: 'c2' });
    expect(cues()[1]?.words[0]?.confidence).toBe(1);
    edits.remove(first);
    edits.clear(null);
    expect([...cues(), ...cues(null)].map(cueText)).toEqual(['here']);
  });

  it('places one caption by itself, and gives it back to the look', () => {
    const { edits, cues } = setUp();
    edits.place(first, 8);
    expect(cues().map(({ placement }) => placement?.anchor)).toEqual([8, undefined]);
    edits.place(first, null);
    expect(cues()).toEqual([GOLD, HERE]);
  });

  it('takes the captions of a file in place of those that no sound says', () => {
    const { edits, cues } = setUp();
    edits.take([GOLD], 10);
    edits.take([HERE, { ...GOLD, id: 'c1', start: 2, end: 9 }], 10);
    expect(cues(null).map(({ start, end }) => [start, end])).toEqual([
      [2, 3],
      [3, 4],
    ]);
    expect(cues()).toEqual([GOLD, HERE]);
  });
});
