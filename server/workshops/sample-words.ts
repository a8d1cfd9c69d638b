import type { Side } from '../../shared/domain/side'
import type { CreateWorkshop } from '../../shared/protocol/http'

/** The sample: one place asks what is spent there, by whom, and what would follow if it were one budget. */
export const SAMPLE: CreateWorkshop = {
  title: 'Harbour district: one place, one budget (sample)',
  purpose: 'See what all public bodies spend in one district, and agree first steps towards planning it together.',
  fixed: 'The totals for next year, and who answers to Parliament for them.',
  open: 'What is planned together, which forms and reports stay, which buildings are shared.',
  unknown: 'How much is spent twice. Nobody has counted yet.',
  runBy: 'Harbour District Council',
  contact: 'policy@harbour.example',
  facilitator: { name: 'You', organisation: 'Harbour District Council', side: null },
  template: 'barriers-and-proposals',
  expected: [
    { name: 'Ministry for Places', side: 'central' },
    { name: 'Employment Service', side: 'central' },
    { name: 'Harbour District Council', side: 'local' },
    { name: 'Northfell County Council', side: 'local' },
    { name: 'Harbour Health Trust', side: 'other' },
  ],
}

export const PEOPLE = {
  ada: { name: 'Ada Quill', organisation: 'Ministry for Places', side: 'central' },
  bruno: { name: 'Bruno Hale', organisation: 'Employment Service', side: 'central' },
  cerys: { name: 'Cerys Vaughan', organisation: 'Harbour District Council', side: 'local' },
  dev: { name: 'Dev Anand', organisation: 'Northfell County Council', side: 'local' },
  edie: { name: 'Edie Marsh', organisation: 'Harbour Health Trust', side: 'other' },
} as const satisfies Record<string, { name: string; organisation: string; side: Side }>

export type Person = keyof typeof PEOPLE
export type SampleNote = readonly [by: Person, text: string]
type Barrier = { key: string; title: string; notes: readonly SampleNote[] }

export const BARRIERS: readonly Barrier[] = [
  {
    key: 'count',
    title: 'Nobody has added up what is spent here',
    notes: [
      ['cerys', 'We know our own budget to the pound and nobody else’s within a million'],
      ['dev', 'Seven bodies pay for the same forty families and none has the list'],
      ['ada', 'Our figures are kept by programme, so we cannot say what reaches one district'],
      ['edie', 'It took two seasons to get permission to compare our numbers, and one week to compare them'],
      ['bruno', 'Regional totals hide the district: we publish them by office, not by place'],
    ],
  },
  {
    key: 'pots',
    title: 'Money comes in pots that may not touch',
    notes: [
      ['dev', 'Prevention saves the hospital money that it cannot give back to us'],
      ['cerys', 'Eleven grants, eleven end dates: we hire in spring and let people go in winter'],
      ['bruno', 'Training money must be spent on training, also where the bus fare is the problem'],
      ['ada', 'Each pot was promised to Parliament for one purpose'],
      ['edie', 'A shared post needs three finance departments to agree on its desk'],
      ['cerys', 'What is left in March goes on what can be bought in March'],
    ],
  },
  {
    key: 'answer',
    title: 'Everybody answers upwards, nobody for the place',
    notes: [
      ['ada', 'I am asked whether the programme works, never whether the district does'],
      ['cerys', 'Five inspectors, five visits, the same three people who answer them'],
      ['bruno', 'My targets count people placed in work, not people still there a year later'],
      ['dev', 'Residents hold the council to account for things that it does not run'],
      ['ada', 'If the money is pooled and it goes wrong, whose name is on the letter?'],
    ],
  },
  {
    key: 'forms',
    title: 'People tell their story again at every counter',
    notes: [
      ['edie', 'One mother showed us nine letters asking for the same proof of address'],
      ['bruno', 'Our interview asks thirty things that the council has already checked'],
      ['cerys', 'Each service has its own rule for who is vulnerable'],
      ['dev', 'We type the same return into four systems that cannot speak to each other'],
      ['ada', 'The questions were written for four laws in four decades'],
    ],
  },
  {
    key: 'buildings',
    title: 'Half-empty buildings stand side by side',
    notes: [
      ['cerys', 'The job centre, the clinic and our front desk are on one street and all half empty'],
      ['bruno', 'Our lease runs for nine more years whatever we decide here'],
      ['edie', 'Nobody pays rent to themselves, so nobody notices the cost of space'],
      ['dev', 'There is no map of what the public owns in this district'],
      ['ada', 'A sale pays into the centre, so no place offers a building for sale'],
    ],
  },
  {
    key: 'habits',
    title: 'Good people are rewarded for guarding their own',
    notes: [
      ['ada', 'Nobody was ever promoted for giving a budget away'],
      ['dev', 'When the two who trusted each other moved on, the pilot ended'],
      ['bruno', 'We learn to defend the service, not to ask what it is for'],
      ['cerys', 'Our managers heard of the new way of working from a poster'],
      ['edie', 'We are invited when it is decided, to be consulted'],
    ],
  },
]

/** Not sorted yet: for whoever opens the sample to try it. */
export const UNSORTED: readonly SampleNote[] = [
  ['edie', 'Three buses to the clinic, and the first one comes after the appointment'],
  ['bruno', 'A yearly pilot is not long enough to see whether anything changed'],
  ['dev', 'Minutes of joint meetings list who came and not what will be done'],
  ['cerys', 'The partnership board has fourteen chairs and no budget'],
  ['ada', 'We wrote the same lessons down after the last three attempts'],
]

export const PARKED: readonly SampleNote[] = [
  ['dev', 'A new law that pools everything by default'],
  ['ada', 'Regional accounting officers'],
]

type Proposal = {
  title: string
  residentChange: string
  addresses: readonly string[]
  notes: readonly SampleNote[]
}

export const PROPOSALS: readonly Proposal[] = [
  {
    title: 'Count once: all public money in the district on one page by June',
    residentChange: 'You can read on one page what is spent where you live, and by whom.',
    addresses: ['count', 'answer'],
    notes: [['ada', 'We can name one person who may give out the figures by postcode area']],
  },
  {
    title: 'One front desk for work, health and housing in Quay Street',
    residentChange: 'One door, one story told once, one person who follows it up.',
    addresses: ['forms', 'buildings'],
    notes: [['bruno', 'We could lend two advisers on two days a week from the spring']],
  },
  {
    title: 'A small shared fund for the forty families, decided by those who know them',
    residentChange: 'A cooker or a driving lesson this week in place of a crisis next month.',
    addresses: ['pots', 'habits'],
    notes: [],
  },
]

/** Drafted from the first proposal, ready to be worded together and put to agreement. */
export const ACTION = {
  measure: 'One page, agreed by all five organisations, published by the end of June; what is missing is listed on it.',
  commitments: [
    {
      side: 'central',
      organisation: 'Ministry for Places',
      person: 'Ada Quill',
      what: 'give the spending of its programmes by postcode area, and name one person who answers questions on it',
      daysFromNow: 60,
    },
    {
      side: 'local',
      organisation: 'Harbour District Council',
      person: 'Cerys Vaughan',
      what: 'put the figures of all five organisations on one page and publish it',
      daysFromNow: 90,
    },
  ],
} as const
