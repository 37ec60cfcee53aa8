import { dressCues } from '../captions/edit.ts';
import { type CaptionSpeaker, freshSpeaker, speakerName } from '../captions/speakers.ts';
import type { Cue } from '../captions/transcript.ts';
import { StudioError } from '../errors.ts';
import { type CueRef, speakersOf } from './captions.ts';
import { changeAllCues, changeCues } from './edit-captions.ts';
import type { Project } from './project.ts';

/** Edits of who says which captions, and in which colour. Pure: a project in, a project out. */

/**
 * Says who speaks one caption; null takes it back.
 * @throws StudioError `not-found` where the caption is gone, `input-invalid` for no name.
 */
export function setSpeaker(project: Project, { assetId, cueId }: CueRef, name: string | null): Project {
  const speaker = name === null ? null : speakerName(name);
  return changeCues(project, assetId, (cues) => dressCues(cues, new Set([cueId]), { speaker }));
}

/** One more speaker, who says one caption, in one of these colours. @throws StudioError `not-found` */
export function addSpeaker(project: Project, ref: CueRef, colours?: readonly string[]): Project {
  const fresh = freshSpeaker(speakersOf(project.captions), colours);
  return setSpeaker(withSpeakers(project, [...project.captions.speakers, fresh]), ref, fresh.name);
}

/** @param fill as `#RRGGBB`; null is the look's own. */
export function colourSpeaker(project: Project, name: string, fill: string | null): Project {
  const all = speakersOf(project.captions);
  return withSpeakers(
    project,
    all.map((speaker) => (speaker.name === name ? { ...speaker, fill } : speaker)),
  );
}

/**
 * Another name for a speaker, in every caption.
 * @throws StudioError `input-invalid` where it is none, is too long, or is another's.
 */
export function renameSpeaker(project: Project, from: string, text: string): Project {
  const name = speakerName(text);
  if (name === from) return project;
  const all = speakersOf(project.captions);
  if (all.some((speaker) => speaker.name === name)) {
    throw new StudioError('input-invalid', `There is a speaker “${name}” already. Choose another name.`, {
      rule: 'names of speakers differ',
      value: name,
    });
  }
  const renamed = withSpeakers(
    project,
    all.map((speaker) => (speaker.name === from ? { ...speaker, name } : speaker)),
  );
  return changeSaid(renamed, from, name);
}

/** A speaker goes; their captions stay, and are nobody's. */
export function removeSpeaker(project: Project, name: string): Project {
  const left = project.captions.speakers.filter((speaker) => speaker.name !== name);
  return changeSaid(withSpeakers(project, left), name, null);
}

function withSpeakers(project: Project, speakers: readonly CaptionSpeaker[]): Project {
  return { ...project, captions: { ...project.captions, speakers } };
}

/** Whatever one speaker says is another's. */
function changeSaid(project: Project, from: string, speaker: string | null): Project {
  return changeAllCues(project, (cues) => {
    const said = new Set(cues.filter((cue: Cue) => cue.speaker === from).map(({ id }) => id));
    return said.size > 0 ? dressCues(cues, said, { speaker }) : cues;
  });
}
