import { plural } from './plural'

export const exportText = {
  heading: 'Record and export',
  lead: 'Everything that was written and agreed, to take with you. You can do this at any moment.',
  leadObserver: 'What is signed, to take with you.',
  endedAt: (date: string, time: string) => `This workshop ended on ${date} at ${time}. This is its record.`,
  look: { before: 'Look back at ', list: 'the notes', or: ' or ', agreement: 'the agreement', after: '.' },

  signed: 'What is signed',
  noneSigned: 'Nothing is signed yet',
  noneSignedText: 'An action appears here once every organisation that was asked has agreed.',
  goToAgreement: 'Go to the agreement',

  file: 'The whole record as a file',
  fileSigned: 'What is signed as a file',
  format: 'Format',
  formats: { markdown: 'Markdown', json: 'JSON' },
  formatHints: {
    markdown: 'Reads well anywhere, pastes into documents.',
    json: 'For other programs; it has a published schema.',
  },
  everything: (time: string, actions: number, notes: number) =>
    `Everything up to ${time} is in this file: ${plural(actions, 'action')}, ${plural(notes, 'note')}.`,
  signedOnly: (time: string, actions: number) =>
    `What was signed up to ${time} is in this file: ${plural(actions, 'action')}.`,
  copy: 'Copy',
  copyNamed: (format: string) => `Copy the ${format}`,
  download: 'Download',
  renew: 'Make it again',
  renewed: (time: string) => `The file is as of ${time}`,
  saving: 'Saving the last changes first…',
  making: 'Making the file…',
  failed: 'The file could not be made.',
  again: 'Try again',
  preview: (format: string) => `The record as ${format}`,
} as const

/** "16:02" in the reader's own time. */
export function clockText(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
}
