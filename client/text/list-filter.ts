const notes = (count: number) => (count === 1 ? '1 note' : `${count.toLocaleString('en-GB')} notes`)

/** Finding and filtering in the list. */
export const listFilterText = {
  region: 'Search and filter',
  /** Beside it while something is filtered and the fields are folded away. */
  on: 'on',
  search: 'Search notes and headings',
  where: 'Show',
  place: {
    all: 'Everything',
    unsorted: 'Not sorted',
    unanswered: 'Barriers without a proposal',
    theme: 'In themes',
    barrier: 'In barriers',
    proposal: 'In proposals',
  },
  side: 'Side',
  allSides: 'All sides',
  changed: 'Changed since I last looked',
  showing: (count: number, of: number) => `Showing ${count.toLocaleString('en-GB')} of ${notes(of)}`,
  none: 'Nothing matches. Try other words, or show everything again.',
  clear: 'Show everything',
  cleared: 'Everything is shown again',
  /** After what one has just done, when none or not all of it can be seen. */
  hidden: (hidden: number, of: number) => {
    if (hidden === of) return of === 1 ? 'Your filter hides it.' : 'Your filter hides them.'
    return `Your filter hides ${hidden.toLocaleString('en-GB')} of them.`
  },
} as const
