import type { Template } from '../domain/template'

export const barriersAndProposals: Template = {
  id: 'barriers-and-proposals',
  name: 'Barriers and proposals',
  summary: 'Say what gets in the way, sort it together, answer it with modest proposals, leave with agreed actions.',
  canvases: [
    {
      title: 'Barriers and proposals',
      sections: [
        {
          title: 'What gets in the way?',
          prompt: 'Rules, money, habits, trust. One barrier per note.',
          layout: 'flow',
          frame: { x: 0, y: 0, w: 1600, h: 520 },
          kind: 'barrier',
        },
        {
          title: 'What could we do?',
          prompt: 'Modest: possible in 90 days without new law or money.',
          layout: 'flow',
          frame: { x: 0, y: 560, w: 1040, h: 340 },
          kind: 'proposal',
        },
        {
          title: 'Parked',
          prompt: 'Not now. Listed in the record.',
          parked: true,
          layout: 'flow',
          frame: { x: 1080, y: 560, w: 520, h: 340 },
          kind: 'theme',
        },
      ],
    },
  ],
  steps: [
    {
      title: 'Welcome',
      prompt: 'Read the brief. Say who you are and what would make today worth it.',
      minutes: 10,
      rights: ['read'],
      onCanvas: true,
    },
    {
      title: 'Write what gets in the way',
      prompt: 'One barrier per note. Write what you know from your own work.',
      minutes: 15,
      rights: ['add-notes'],
      onCanvas: true,
    },
    {
      title: 'Sort the notes into barriers',
      prompt: 'Move each note to the barrier it is about, or start a new one.',
      minutes: 20,
      rights: ['add-notes', 'move-and-edit'],
      onCanvas: true,
    },
    {
      title: 'Propose',
      prompt: 'Answer a barrier with something modest. Say what changes for a resident.',
      minutes: 25,
      rights: ['add-notes', 'move-and-edit'],
      onCanvas: true,
    },
    {
      title: 'Choose what to take forward',
      prompt: 'Talk through the proposals. Move what will not be taken further to Parked.',
      minutes: 15,
      rights: ['move-and-edit'],
      onCanvas: true,
    },
    {
      title: 'Agree',
      prompt: 'Word each action together: who does what by when. Then answer for your organisation.',
      minutes: 30,
      rights: ['word-actions'],
      onCanvas: false,
    },
    {
      title: 'Close',
      prompt: 'Read the record together. Say what happens next and when you will look back.',
      minutes: 5,
      rights: ['read'],
      onCanvas: false,
    },
  ],
}
