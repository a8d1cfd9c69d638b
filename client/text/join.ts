import type { Role } from '../../shared/domain/member'
import { isolated } from './isolated'

/** Words of joining a workshop: the form, links that do not work, waiting at the door. */
export const joinText = {
  enterTitle: 'Join a workshop',
  enterLead: 'Type the code on the screen in the room, or open the link you were sent.',
  title: (workshop: string) => `Join ${isolated(workshop)}`,
  looking: 'Looking for the workshop…',
  runBy: (organisation: string) => `Run by ${isolated(organisation)}.`,
  joiningAs: 'You are joining as',
  joiningAsRole: {
    facilitator: 'a facilitator',
    observer: 'an observer',
    participant: 'a participant',
  } satisfies Record<Role, string>,
  observerCan: 'Observers read what is written and change nothing.',
  change: 'Change',
  fixedSide: (side: string) =>
    `This link is for ${isolated(side)}. If that is not your side, ask the person who invited you for another link, or use the code for everyone.`,
  otherCode: 'Use another code',
  name: 'Your name',
  nameHint: 'As you want others in the workshop to see it',
  organisation: 'Organisation',
  organisationHint: 'Choose it from the list or type it',
  join: 'Join the workshop',
  keptBy: (organisation: string) =>
    `${organisation === '' ? 'The person who set up this workshop runs it' : `${isolated(organisation)} runs this workshop`} and holds its record.`,
  kept: 'Others here can see your name, and who wrote each note. It may have to be released under freedom of information law.',
  keptMore: 'What is kept, and for how long',
  errorsTitle: 'You are not in yet',
  nameMissing: 'Enter your name',
  sideMissing: 'Choose the side you are on',
  organisationMissing: 'Enter your organisation',

  doorClosedFirst: 'The door is closed for now. Give your name and ask to come in: a facilitator can then let you in.',
  askToComeIn: 'Ask to come in',

  already: {
    title: 'Have you joined already?',
    text: (name: string, organisation: string) =>
      `${isolated(name)}${organisation === '' ? '' : ` of ${isolated(organisation)}`} is in this workshop already.`,
    itIsMe:
      'If that is you, go on as the same person: on the device you joined with, open the menu, choose “Use another device”, and scan the code it shows.',
    somebodyElse: 'I am somebody else: join',
    changeName: 'Change the name',
  },

  alreadyIn: {
    facilitator: 'You are in as facilitator',
    observer: 'You are in as observer',
    participant: (name: string) => `You are in as ${isolated(name)}`,
    lead: 'Opening this link changes nothing about that.',
    goBack: 'Go back',
    preview: 'See what a participant sees',
    record: 'Read the record',
  },

  device: {
    returnLead: 'This is a private link. It lets you go on as the same person on this device.',
    title: (workshop: string) => `Go on in ${isolated(workshop)}`,
    once: 'It works once. Only use it on a device of your own.',
    goOn: 'Go on on this device',
  },

  waiting: {
    title: 'The door is closed for now',
    lead: (who: string) =>
      `${isolated(who)} can see you are waiting. Keep this page open: you will go in when it opens.`,
    aFacilitator: 'A facilitator',
    offline: 'No connection just now. This page keeps trying.',
    refusedTitle: 'You were not let in',
    refused: (contact: string) =>
      contact === ''
        ? 'If that is a mistake, contact the person who invited you.'
        : `If that is a mistake, contact ${contact}.`,
    startAgain: 'Ask again',
  },

  ended: {
    title: 'This workshop has ended',
    lead: 'Nobody can join any more. If you were in it, open it on the device you used: its address now shows the record.',
  },

  trouble: {
    unknown: {
      title: 'This link does not work',
      lead: 'Part of it may be missing. Copy the whole link again, or type the code you were given.',
    },
    unknownCode: {
      title: 'This code does not work',
      lead: 'Check it with the screen in the room or with the person who gave it to you, and type it again.',
    },
    replaced: {
      title: 'This link has been replaced',
      lead: 'Ask the person who invited you for the new one, or type the code you were given.',
    },
    expired: {
      title: 'This link has run out',
      lead: 'Links to another device work for 15 minutes. Make a new one on the device you joined with.',
    },
    used: {
      title: 'This link has been used',
      lead: 'It works once. If it was not you who used it, tell the facilitator. Make a new one on the device you joined with.',
    },
    removed: {
      title: 'You are no longer in this workshop',
      lead: 'If that is a mistake, contact the person who invited you.',
    },
    tooMany: {
      title: 'Too many tries',
      lead: 'Codes were typed too often from here. Wait a minute, then try again.',
    },
    noAnswer: {
      title: 'The server cannot be reached',
      lead: 'Check your connection. The link is not used up: nothing has been joined yet.',
    },
    again: 'Try again',
    typeCode: 'Have a code?',
    before: 'Joined before on this device?',
    goBackIn: 'Go back in',
  },
} as const
