import type { ShareLink } from '../../shared/protocol/http'
import { isolated } from './isolated'

/** Words of what facilitators see and do: sharing, the door, people, ending. */
export const facilitationText = {
  share: {
    title: 'Share',
    lead: 'Send the link or show the code. People need no account.',
    everyone: 'For everyone',
    everyoneLead: 'People choose their side when they join.',
    link: 'Link',
    copyLink: 'Copy link',
    copyName: (what: string) => `Copy link ${isolated(what)}`,
    codeLabel: 'Code to read aloud',
    at: (address: string) => `at ${address}/join`,
    qr: (workshop: string) => `QR code that opens ${isolated(workshop)}`,
    bigScreen: 'Big screen',
    more: 'Other links',
    moreLead: 'Each can be replaced on its own. Those who are in stay in.',
    names: {
      everyone: 'For everyone',
      central: 'Central',
      local: 'Local',
      other: 'Other',
      observer: 'Observers',
      'co-facilitator': 'Co-facilitators',
      return: 'For your other device',
      device: 'For your other device',
    } satisfies Record<ShareLink['key'], string>,
    sideLead: (side: string) => `Joins as ${isolated(side)}`,
    observerLead: 'Reads and changes nothing',
    coFacilitatorLead: 'Has the same power as you',
    own: 'Only for you',
    ownLead:
      'Brings you back as facilitator on another device, or after this browser forgets you. Keep it like a password: whoever opens it is you.',
    ownShow: 'Show my private link',
    replace: 'Replace',
    replaceName: (what: string) => `Replace the link for ${isolated(what)}`,
    replaceTitle: (what: string) => `Replace this link? ${isolated(what)}`,
    replaceText: 'The link and the code that were given out stop working at once. Those who are in stay in.',
    replaceConfirm: 'Replace link',
    replaced: 'Link replaced',
    failed: 'The links could not be loaded.',
    again: 'Try again',
    thisComputer: {
      title: 'These links work on this computer only',
      lead: 'To let others in, stop Concordat and start it with an address they can reach:',
      command: (address: string) => `HOST=0.0.0.0 PUBLIC_URL=${address} npm start`,
      unknownAddress: 'http://<address of this computer>:3000',
      others: 'Other addresses of this computer:',
    },
  },
  bigScreen: {
    title: 'Join this workshop',
    orType: (address: string) => `Or go to ${address}/join and type`,
    close: 'Close',
  },
  device: {
    title: 'Use another device',
    lead: 'Scan this with your phone or open the link there. You go on as the same person, and stay in here too.',
    code: 'Or type this code',
    once: (time: string) => `Works once, until ${time}. Do not show it to others: it makes them you.`,
    qr: 'QR code that opens the workshop as you',
    copy: 'Copy link',
    failed: 'The code could not be made.',
  },
  menu: {
    editBrief: 'Rename or edit the brief',
    plan: 'Plan the agenda',
    copies: 'Earlier copies',
    copiesDetail: 'Each canvas at the end of every step',
    closeDoor: 'Close the door',
    closeDoorDetail: 'Newcomers wait; members can come back',
    openDoor: 'Open the door',
    openDoorDetail: 'Whoever waits comes in',
    lock: 'Lock the canvas',
    lockDetail: 'Participants can read only',
    unlock: 'Unlock the canvas',
    hideCursors: 'Hide pointers',
    hideCursorsDetail: 'Calmer on the board with many people',
    showCursors: 'Show pointers',
    showScreen: 'Show screen',
    showScreenDetail: 'For the beamer, in a new window',
    openBallot: 'Open a ballot',
    ballotIsOpen: 'One is open already',
    end: 'End the workshop',
    workshop: 'Workshop',
    useDevice: 'Use another device',
    help: 'Help',
    home: 'Your workshops',
    leave: 'Leave on this device',
    leaveDetail: 'Wipes its notes from this browser',
    previewParticipant: 'See what a participant sees',
  },
  door: {
    waiting: (count: number) => `Waiting: ${count}`,
    waitingName: (count: number) => (count === 1 ? '1 person waits at the door' : `${count} people wait at the door`),
    heading: 'Waiting at the door',
    letIn: 'Let in',
    letInName: (name: string, as = '') => `Let in ${isolated(name)}${as && ` ${as}`}`,
    as: { facilitator: 'as facilitator', participant: '', observer: 'as observer' },
    letAllIn: 'Open the door to all',
    nobody: 'Nobody waits.',
    arrived: (count: number) => (count === 1 ? '1 person waits at the door' : `${count} people wait at the door`),
  },
  doorClosed: 'The door is closed. Newcomers wait.',
  doorOpened: 'The door is open.',
  locked: 'The canvas is locked.',
  unlocked: 'The canvas is open again.',
  cursors: {
    hidden: 'Pointers are hidden. People still see what others select, move and write.',
    shown: 'People see each other’s pointers again.',
  },
  brief: {
    title: 'Edit the brief',
    lead: 'Everybody sees the change at once.',
    save: 'Save',
    errorsTitle: 'The brief was not changed yet',
  },
  leave: {
    title: 'Leave on this device?',
    text: 'The copy of the notes in this browser is wiped, and its other windows of this workshop close. What you wrote stays in the workshop.',
    back: 'To come back, open the link or type the code you were given. You then come in as a new person, unless you are still in on another device: choose “Use another device” there.',
    backEnded:
      'The workshop has ended and nobody can join any more, so you cannot come back to read its record on this device, unless you are still in on another: choose “Use another device” there.',
    backFacilitator: 'To come back as facilitator you need your private link. Keep it like a password.',
    copyLink: 'Copy my private link',
    lastTitle: 'You are the only facilitator',
    last: 'Once you have left, nobody can start steps, let people in or end the workshop, until you come back with your private link. To hand over instead, give somebody the link for co-facilitators, in Share.',
    saving: (count: number) =>
      count === 1
        ? 'Saving 1 change of yours. Leaving waits for it.'
        : `Saving ${count} changes of yours. Leaving waits.`,
    away: 'No connection yet: leaving waits for it.',
    offline: 'Offline: leaving waits for the connection.',
    unsaved: (count: number) =>
      count === 1 ? 'Until then 1 change of yours stays here.' : `Until then ${count} changes of yours stay here.`,
    lostTitle: 'Something of yours would be lost',
    lostChanges: (count: number) =>
      count === 1
        ? '1 change of yours is not saved. If you stay, it is kept on this device until it is.'
        : `${count} changes of yours are not saved. If you stay, they are kept on this device until they are.`,
    lostTexts: (count: number) =>
      count === 1
        ? '1 text under “Not added” goes too. Copy it first if you need it.'
        : `${count} texts under “Not added” go too. Copy them first if you need them.`,
    stay: 'Stay',
    confirm: 'Leave',
    confirmLost: 'Leave and lose it',
    left: (title: string) => `You have left ${isolated(title)} on this device. Nothing of it is kept here.`,
  },
  end: {
    title: 'End the workshop?',
    text: 'Everything becomes read only for everybody, and nobody new can join. The address becomes the record, which every member can read and export. This cannot be taken back.',
    notSigned: (count: number) =>
      count === 1
        ? '1 action still waits for answers. The record will say so.'
        : `${count} actions still wait for answers. The record will say so.`,
    ballotOpen: 'Voting is still open. It is closed and counted with what was given.',
    confirm: 'End workshop',
  },
} as const
