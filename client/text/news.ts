import type { ClusterKind } from '../../shared/domain/cluster'
import { timeText } from './dates'
import { isolated, quoted } from './isolated'

const KIND: Record<ClusterKind, string> = { barrier: 'barrier', proposal: 'proposal', theme: 'theme' }
const A_KIND: Record<ClusterKind, string> = { barrier: 'a barrier', proposal: 'a proposal', theme: 'a theme' }
const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)
const withNotes = (count: number) => (count === 0 ? '' : ` with ${notes(count)}`)
const heading = (kind: ClusterKind, title: string) => `The ${KIND[kind]} ${quoted(title)}`

const VOLUME: Record<'notes' | 'people', Partial<Record<'calm' | 'seldom' | 'off', string>>> = {
  notes: { calm: 'Every 20 seconds', seldom: 'Every 2 minutes', off: 'Off' },
  people: { calm: 'As it happens', off: 'Off' },
}

/** Words of what others did since one looked, and of what is read aloud. */
export const newsText = {
  button: 'What changed',
  /** On the button, after the number. */
  since: (count: number) => (count === 0 ? 'What changed' : `What changed, ${count} since you looked`),
  countShort: (count: number) => (count > 99 ? '99+' : `${count}`),
  title: 'What changed',
  lead: (count: number, lookedAt: number) =>
    `${count === 0 ? 'Nothing' : count === 1 ? '1 change by others' : `${count} changes by others`} on this canvas since you looked at ${timeText(lookedAt)}.`,
  none: 'What others write, move and name while you look elsewhere is listed here.',
  show: 'Show',
  showNamed: (sentence: string) => `Show: ${sentence}`,
  markRead: 'Mark as read',
  markedRead: 'Marked as read',
  readAloud: 'What is read aloud…',
  list: 'Changes by others',

  notesAdded: (count: number, place: string) =>
    `${count === 1 ? '1 new note' : `${count} new notes`} in ${isolated(place)}`,
  notesMoved: (count: number, place: string) => `${notes(count)} moved to ${isolated(place)}`,
  notesReworded: (count: number, place: string) => `${notes(count)} reworded in ${isolated(place)}`,
  notesDeleted: (count: number) => `${notes(count)} deleted`,
  headingAdded: (kind: ClusterKind, title: string, moved: number) =>
    `New ${KIND[kind]} ${quoted(title)}${withNotes(moved)}`,
  headingRenamed: (kind: ClusterKind, before: string, title: string) =>
    `${heading(kind, before)} is called ${quoted(title)} now`,
  headingKind: (kind: ClusterKind, title: string) => `${quoted(title)} is ${A_KIND[kind]} now`,
  headingMoved: (kind: ClusterKind, title: string, section: string) =>
    `${heading(kind, title)} moved to ${isolated(section)}`,
  headingMerged: (kind: ClusterKind, title: string, into: string, moved: number) =>
    `${heading(kind, title)}${withNotes(moved)} was merged into ${quoted(into)}`,
  headingRemoved: (kind: ClusterKind, title: string, moved: number) =>
    `${heading(kind, title)} was removed${moved === 0 ? '' : `. Its ${moved === 1 ? 'note is' : `${moved} notes are`} elsewhere`}`,
  linked: (title: string, count: number) =>
    count === 0
      ? `${quoted(title)} answers no barrier any more`
      : `${quoted(title)} answers ${count === 1 ? '1 barrier' : `${count} barriers`} now`,
  sectionAdded: (title: string) => `New section ${quoted(title)}`,
  sectionRenamed: (before: string, title: string) => `The section ${quoted(before)} is called ${quoted(title)} now`,
  sectionRemoved: (title: string) => `The section ${quoted(title)} was removed`,
  drawingsAdded: (count: number) => (count === 1 ? '1 new drawing' : `${count} new drawings`),
  drawingsDeleted: (count: number) => (count === 1 ? '1 drawing deleted' : `${count} drawings deleted`),

  aloud: {
    title: 'What is read aloud',
    menuDetail: 'By a screen reader, on this device',
    lead: 'For people who use a screen reader. Kept on this device. Nothing here changes what is shown.',
    notes: 'New notes of others',
    notesHint: 'Gathered, such as “6 new notes in Barriers”, and not while you type.',
    people: 'People',
    peopleHint: 'Who waits at the door, and who else types in the note that you are in.',
    always: 'Always read',
    alwaysText: 'Steps and the timer, voting and signing, the connection, and what comes of what you do yourself.',
    volume: VOLUME,
    done: 'Done',
  },
} as const
