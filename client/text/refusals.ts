import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'

/** What happened and what to do, for every no that a command can get. */
const TEXT: Partial<Record<RefusalCode | 'no-answer', string>> = {
  'no-answer': 'The server could not be reached. Check your connection and try again. What you typed is still here.',
  'not-valid': 'Something in what you gave is not right. Check it and try again.',
  'too-large': 'That is more text than fits. Shorten it and try again.',
  'unknown-template': 'This template is not offered here. Choose another.',
  'safe-space-not-offered': 'Safe space is not offered yet. Choose “Named”.',
  'creation-key-wrong': 'This creation key is not right. Ask the person who runs this server for it.',
  'side-needed': 'Choose the side you are on.',
  'organisation-needed': 'Enter your organisation.',
  'timer-too-long': `No step lasts longer than ${LIMITS.stepMinutes} minutes.`,
  'step-is-now': 'Everybody is in this step now. Go to another one first.',
  'another-member-here':
    'Somebody else is in this workshop on this device. Open the link in another browser or a private window.',
  'door-closed': 'The door is closed for now.',
  'workshop-ended': 'This workshop has ended. Its record can still be read.',
  'session-missing': 'This device is not signed in to the workshop any more. Join again with your link or code.',
  'not-a-member': 'This device is not in the workshop. Join with your link or code.',
  'not-found': 'This is no longer there.',
  removed: 'You are no longer in this workshop.',
  'wrong-origin':
    'This page was opened from another address than the server expects. Open the workshop from its own link.',
  'role-may-not': 'Only a facilitator can do this.',
  'last-facilitator': 'A workshop needs a facilitator. Make somebody else one first.',
  'removed-before': 'This person was removed. Let them back in first.',
  'observers-only-read':
    'Observers read and change nothing. To lead with you, they leave on their device and come back in with the link for co-facilitators.',
  'nothing-to-merge': 'Nobody uses these spellings any more. Nothing was changed.',
  'spelling-was-asked':
    'An action waits for the answer of one of these, under that spelling. Keep the spelling that was asked, or wait until it is signed.',
  'too-many-canvases': 'This workshop has as many canvases as it can have. Copies can still be looked at.',
  'state-moved-on': 'Somebody was quicker. This is how things stand now.',
  'ballot-open-already': 'A ballot is open already. Close it first.',
  'ballot-closed': 'Voting is closed.',
  'room-full': 'This workshop is full. Ask the person who runs it to close the door to people who do not belong here.',
  'door-full': 'As many people as can wait at this door wait already. Try again in a few minutes.',
  'device-full': 'As many people as can share one device are here already.',
  'too-many-requests': 'Too many tries in a short time. Wait a minute, then try again.',
  'saving-is-behind': 'The server is busy saving. Try again in a moment.',
  'shutting-down': 'The server is restarting. Try again in a moment.',
  'page-is-old': 'This page is older than the server. Reload it.',
  'server-is-old':
    'This workshop was last open on a newer version of Concordat than this server runs. Ask whoever runs the server to update it. Nothing is lost.',
  'server-fault': 'Something went wrong on the server. Try again in a moment.',
}

/** Where a field was not right, what is. The last part of its name says which kind of field it is. */
const FIELDS: Record<string, string> = {
  minutes: `Give whole minutes, from 1 to ${LIMITS.stepMinutes}.`,
  at: 'Give a time that is still to come.',
}

export function refusalText(refusal: RefusalCode | 'no-answer', field?: string): string {
  const aboutField = refusal === 'not-valid' && FIELDS[field?.split('.').at(-1) ?? '']
  if (aboutField) return aboutField
  return TEXT[refusal] ?? 'This could not be done. Try again in a moment.'
}
