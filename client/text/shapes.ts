import type { ClusterKind } from '../../shared/domain/cluster'
import { quoted } from './isolated'

const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

/** Words of the dialogs about clusters and sections that board and list share. */
export const shapesText = {
  split: {
    title: (cluster: string) => `Split ${quoted(cluster)}`,
    explain: 'The notes you tick become a cluster of their own, beside this one.',
    name: 'Title of the new one',
    nameHint: 'You can also give it later.',
    which: 'Which notes?',
    all: 'At least one note has to stay.',
    none: 'Tick the notes that go into the new one.',
    confirm: (count: number) => (count === 0 ? 'Split' : `Split off ${notes(count)}`),
    cancel: 'Cancel',
    emptyNote: 'Empty note',
  },
  section: {
    title: 'Change section',
    explain: 'What you change here is changed for everybody at once. You can undo it.',
    name: 'Title',
    prompt: 'Prompt',
    promptHint: 'One line that says what belongs here.',
    kind: 'New clusters here are',
    kinds: { theme: 'Themes', barrier: 'Barriers', proposal: 'Proposals' } satisfies Record<ClusterKind, string>,
    layout: 'What lies in it',
    flow: 'Tidies itself',
    free: 'Stays where it is put',
    parked: 'Was set aside: the record lists it as such',
    place: 'Place and size',
    placeHint: 'In points of the empty canvas, which is 1,600 wide. A section grows by itself with what is in it.',
    left: 'From the left',
    top: 'From the top',
    width: 'Width',
    height: 'Height',
    swap: 'Change places with',
    swapButton: 'Change places',
    swapped: (other: string) => `Changed places with ${quoted(other)}.`,
    untitled: 'Untitled section',
    done: 'Done',
    tooLong: (most: number) => `At most ${most} characters fit here.`,
  },
} as const
