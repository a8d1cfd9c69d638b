import { SIDES, type SideNames, sideName } from '../../shared/domain/side'
import type { Turnout } from '../../shared/domain/turnout'
import { isolated, quoted } from './isolated'

const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

/** Words of notes that only their author sees, and of showing them all. */
export const privateText = {
  region: 'Private writing',
  explain:
    'Only you can see your notes. Others see how many there are, not what they say. They will be shown all together, in mixed order.',
  explainObserver: 'People write privately. Their notes will be shown all together, in mixed order.',
  written: ({ done, of, sides }: Turnout, names: SideNames) => {
    const all = `${done} of ${of} have written`
    if (!sides) return all
    const there = SIDES.filter((side) => sides[side].of > 0)
    return `${all}: ${there.map((side) => `${sides[side].done} of ${sides[side].of} ${sideName(side, names)}`).join(', ')}`
  },
  onlyYou: 'Only you can see these',
  listOf: (section: string) => `Your private notes in ${quoted(section)}`,
  shownSince: 'This note was shown as it was. What you type now is kept for you alone.',

  soon: (seconds: number) =>
    `Notes will be shown in ${seconds === 1 ? '1 second' : `${seconds} seconds`}. Finish your sentence.`,
  now: 'Notes are being shown.',
  revealed: (count: number, mine: boolean) => {
    if (count === 0) return 'No notes were written.'
    const are = count === 1 ? '1 note is here' : `${count} notes are here, in mixed order`
    if (!mine) return `${are}.`
    return count === 1 ? `${are}. It is yours.` : `${are}. Yours are among them.`
  },
  calledOff: 'Showing the notes was called off. Only you can see yours.',
  dismiss: 'Close',

  late: {
    title: (count: number) => (count === 1 ? '1 note is yours alone' : `${notes(count)} are yours alone`),
    ask: (count: number) =>
      count === 1 ? 'Others have not seen it. Add it now?' : 'Others have not seen them. Add them now?',
    kept: (count: number) =>
      count === 1
        ? 'Others have not seen it, and this step does not take new notes. Your words are kept here: you can copy them.'
        : 'Others have not seen them, and this step does not take new notes. Your words are kept here: you can copy them.',
    add: (count: number) => `Add ${notes(count)} now`,
    keep: 'Keep for now',
    copy: 'Copy',
    show: 'Show',
    added: (count: number) => `${notes(count)} added. Everybody can see ${count === 1 ? 'it' : 'them'}.`,
    short: (count: number) => `${notes(count)} only you can see`,
  },

  row: {
    edit: 'Edit',
    editNamed: (start: string) => `Edit, ${isolated(start)}`,
    delete: 'Delete',
    deleteNamed: (start: string) => `Delete, ${isolated(start)}`,
    move: 'Move to…',
    moveNamed: (start: string) => `Move to…, ${isolated(start)}`,
    field: 'Private note',
    empty: 'Empty note',
    deleted: 'Private note deleted.',
    undo: 'Undo',
    moved: (section: string) => `Moved to ${quoted(section)}.`,
    tooLong: (limit: number) => `A note takes up to ${limit.toLocaleString('en-GB')} characters.`,
  },

  add: {
    to: (section: string) => `Add a private note to ${quoted(section)}`,
    section: 'Write into',
    placeholder: 'Enter adds it',
    button: 'Add',
    added: (section: string) => `Private note added to ${isolated(section)}`,
    addedMany: (count: number, section: string) => `${count} private notes added to ${quoted(section)}`,
    tooLong: (over: number) =>
      `This is ${over.toLocaleString('en-GB')} characters too long for one note. Shorten it, or break it into lines: each line becomes a note.`,
  },

  panel: {
    title: 'Your private notes',
    none: 'Nothing yet. What you write is listed here, and on the board once it is shown.',
    untitled: 'Untitled section',
  },

  reveal: {
    button: (count: number) => `Reveal ${notes(count)}`,
    callOff: 'Call off',
    ask: (count: number) => `Reveal ${notes(count)} first?`,
    askText: 'Nobody has seen them yet. If you go on, they stay private: each author keeps their own.',
    stay: 'Reveal and stay',
    goOn: 'Go on without',
  },
} as const
