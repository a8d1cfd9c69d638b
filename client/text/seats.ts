import { isolated } from './isolated'
/** Words of several people at one device. */
export const seatsText = {
  menu: 'Share this device',
  menuDetail: 'Several people, one after another',

  bar: {
    region: 'Who uses this device',
    writing: (name: string) => `${isolated(name)} is writing`,
    voting: (name: string) => `${isolated(name)} is voting`,
    turn: (name: string) => `${isolated(name)}’s turn`,
    passTo: (name: string) => `Pass to ${isolated(name)}`,
    passOn: 'Pass to…',
    waits: 'Offline: the device can be passed once everything is saved.',
    connecting: 'The device can be passed once there is a connection.',
    /** Said once, as the page opens. */
    opened: (name: string, count: number) => `You are here as ${isolated(name)}. ${count} people share this device.`,
  },

  passing: {
    title: (name: string) => `Passing to ${isolated(name)}`,
    saving: 'Saving what you wrote. Keep the device until this page changes.',
    offline:
      'Offline: what you wrote is not saved yet. It will be once the connection is back, and then the page changes.',
    stay: 'Keep the device',
  },

  handOver: {
    title: (name: string) => `Pass the device to ${isolated(name)}`,
    lead: 'Nothing of the person before is shown here any more.',
    removed: 'The person before is no longer in this workshop. What they wrote stays in it.',
    iAm: (name: string) => `I am ${isolated(name)}`,
    else: 'Somebody else?',
    failed: 'The device could not be passed.',
  },

  dialog: {
    title: 'Share this device',
    lead: 'Several people can use one device, one after another. Each writes and votes under their own name, and nobody sees what the others typed.',
    facilitator: 'Whoever holds this device can pass it to you and act as facilitator. Stay with it.',
    here: 'Who uses it',
    now: 'now',
    away: (name: string) => `Take ${isolated(name)} off this device`,
    awayShort: 'Take off',
    tookOff: (name: string) => `${isolated(name)} is off this device, and still in the workshop`,
    add: 'Add somebody',
    name: 'Name',
    nameHint: 'As the others know them.',
    nameMissing: 'Enter their name',
    organisation: 'Organisation',
    side: 'Their side',
    sideMissing: 'Choose their side',
    tooLong: 'That is too long',
    addButton: 'Add',
    added: (name: string) => `${isolated(name)} can use this device now`,
    same: (name: string, organisation: string) =>
      organisation === ''
        ? `${isolated(name)} is in the workshop already. Is this somebody else?`
        : `${isolated(name)} of ${isolated(organisation)} is in the workshop already. Is this somebody else?`,
    sameAdd: 'Yes, add them too',
    close: 'Done',
  },
} as const
