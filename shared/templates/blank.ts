import type { Template } from '../domain/template'

export const blank: Template = {
  id: 'blank',
  name: 'Blank',
  summary: 'One open section and a place for what is parked. Make of it what you need.',
  canvases: [
    {
      title: 'Canvas',
      sections: [
        { title: 'Notes', prompt: '', layout: 'flow', frame: { x: 0, y: 0, w: 1600, h: 640 }, kind: 'theme' },
        {
          title: 'Parked',
          prompt: 'Not now. Listed in the record.',
          parked: true,
          layout: 'flow',
          frame: { x: 0, y: 680, w: 1600, h: 220 },
          kind: 'theme',
        },
      ],
    },
  ],
  steps: [
    {
      kind: 'own',
      title: 'Work together',
      prompt: '',
      minutes: 60,
      rights: ['add-notes', 'move-and-edit', 'vote'],
      onCanvas: true,
    },
    {
      kind: 'agree',
      title: 'Agree',
      prompt: 'Word each action together, then answer for your organisation.',
      minutes: 30,
      rights: ['word-actions'],
      onCanvas: false,
    },
  ],
}
