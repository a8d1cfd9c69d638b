import type { SectionTemplate, Template } from '../domain/template'

const COLUMN = 520
const GAP = 40

/** A cell of the grid: column and row, columns wide. Rows are 320 high. */
function cell(column: number, row: number, wide: number): SectionTemplate['frame'] {
  return { x: column * (COLUMN + GAP), y: row * 360, w: wide * COLUMN + (wide - 1) * GAP, h: 320 }
}

function section(
  title: string,
  prompt: string,
  frame: SectionTemplate['frame'],
  kind: SectionTemplate['kind'] = 'theme',
): SectionTemplate {
  return { title, prompt, layout: 'flow', frame, kind }
}

export const policyCanvas: Template = {
  id: 'policy-canvas',
  name: 'Policy canvas',
  summary: 'One policy on one page, from the problem to what each side does and how you will know.',
  canvases: [
    {
      title: 'Policy canvas',
      sections: [
        section('Problem', 'What is wrong today, for whom, and how do you know?', cell(0, 0, 1)),
        section('Who is affected', 'Residents first, then those who serve them.', cell(1, 0, 1)),
        section('Fixed, open, unknown', 'What cannot move, what can, what nobody knows yet.', cell(2, 0, 1)),
        section('Outcomes', 'What is different in two years?', cell(3, 0, 1)),
        section('Barriers', 'Rules, money, habits, trust.', cell(0, 1, 2), 'barrier'),
        section('Proposals', 'What could be done about them?', cell(2, 1, 2), 'proposal'),
        section('Central’s part', 'What only central government can do.', cell(0, 2, 1), 'proposal'),
        section('Local’s part', 'What only local government can do.', cell(1, 2, 1), 'proposal'),
        section('Measures', 'How would you know in six months that it moves?', cell(2, 2, 1)),
        section('Risks', 'What could go wrong, and who would feel it first?', cell(3, 2, 1), 'barrier'),
        {
          ...section('Parked', 'Not now. Listed in the record.', { x: 0, y: 1080, w: 4 * COLUMN + 3 * GAP, h: 220 }),
          parked: true,
        },
      ],
    },
  ],
  steps: [
    {
      kind: 'welcome',
      title: 'Welcome',
      prompt: 'Read the brief together.',
      minutes: 10,
      rights: ['read'],
      onCanvas: true,
    },
    {
      kind: 'write',
      title: 'Describe the problem',
      prompt: 'Fill the top row: problem, people, what is fixed, outcomes.',
      minutes: 25,
      rights: ['add-notes', 'move-and-edit'],
      onCanvas: true,
    },
    {
      kind: 'propose',
      title: 'Barriers and proposals',
      prompt: 'What gets in the way, and what could be done about it?',
      minutes: 30,
      rights: ['add-notes', 'move-and-edit'],
      onCanvas: true,
    },
    {
      kind: 'propose',
      title: 'Each side’s part',
      prompt: 'What only central can do, what only local can do, how you will know.',
      minutes: 25,
      rights: ['add-notes', 'move-and-edit'],
      onCanvas: true,
    },
    {
      kind: 'agree',
      title: 'Agree',
      prompt: 'Word each action together, then answer for your organisation.',
      minutes: 25,
      rights: ['word-actions'],
      onCanvas: false,
    },
    {
      kind: 'close',
      title: 'Close',
      prompt: 'Read the record. Say when you will look back.',
      minutes: 5,
      rights: ['read'],
      onCanvas: false,
    },
  ],
}
