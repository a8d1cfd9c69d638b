import { type GivenNote, notesOfTotalPlace } from '../fixtures/notes'

/** What the people of the main run enter: what they typed is compared with what they take home. */
export const BARRIERS = 'What gets in the way?'
export const NOTES: readonly GivenNote[] = notesOfTotalPlace()
export const CLUSTERS = [...new Set(NOTES.map((note) => note.cluster))]
export const AUTHORS = {
  central: { name: 'Amina', organisation: 'Department' },
  local: { name: 'Jon', organisation: 'Westshire Council' },
} as const

export const PROPOSALS = [
  {
    title: 'One outcomes report replaces five',
    resident: 'A caseworker spends the day with them, not with the form.',
    answers: ['Accountability pulls upwards', 'Duplicate forms, rules and administration'],
  },
  {
    title: 'Count the whole spend of one town',
    resident: 'They can see what is spent on their town, and on what.',
    answers: ['Nobody has counted the whole spend'],
  },
  {
    title: 'One way to hand over a building',
    resident: 'The old library is open again.',
    answers: ['Buildings and assets held in silos'],
  },
]

export const ACTIONS = [
  {
    from: 'One outcomes report replaces five',
    central: { what: 'withdraw four of the five returns', by: '2027-06-30' },
    local: { what: 'report the shared outcomes monthly', by: '2027-05-31' },
    answers: { amina: 'Agree', jon: 'Agree, with reservation' },
    reservation: 'subject to information governance',
  },
  {
    from: 'Count the whole spend of one town',
    central: { what: 'give programme spend by postcode', by: '2027-03-31' },
    local: { what: 'bring health, police and council figures together', by: '2027-04-30' },
    answers: { amina: 'Agree', jon: 'Agree' },
    reservation: '',
  },
]
