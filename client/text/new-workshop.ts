export const newWorkshopText = {
  title: 'New workshop',
  lead: 'Only the title and your name are needed. You can change the brief later.',
  about: {
    heading: 'What it is about',
    lead: 'People read this once when they join, and it is one click away after that.',
    title: 'Title',
    titleHint: 'Short and plain, such as “Homelessness funding”',
    purpose: 'Purpose',
    purposeHint: 'What should be different when people leave the room?',
  },
  room: {
    heading: 'What can move',
    lead: 'Saying this first saves the room an hour of finding out.',
    fixed: 'Fixed',
    fixedHint: 'Decided; not for today',
    open: 'Open',
    openHint: 'What people can shape',
    unknown: 'Unknown',
    unknownHint: 'What nobody knows yet',
  },
  runs: {
    heading: 'Who runs it',
    lead: 'This organisation holds the record. People see it before they join.',
    runBy: 'Organisation that runs the workshop',
    contact: 'Contact',
    contactHint: 'An email address or phone number that people in the workshop can see',
  },
  you: {
    heading: 'You',
    lead: 'You become the facilitator, on this device.',
    name: 'Your name',
    organisation: 'Your organisation',
    side: 'Your side',
    sideHint: 'Notes that you write carry it. Choose no side if you only run the workshop.',
  },
  template: {
    heading: 'Start from a template',
    lead: 'Sections and an agenda. Steps can be run in any order and as long as you like.',
    label: 'Template',
    facts: (sections: number, steps: number, minutes: number) =>
      `${sections} ${sections === 1 ? 'section' : 'sections'} · ${steps} steps · about ${durationText(minutes)}`,
  },
  sides: {
    heading: 'Sides and organisations',
    lead: 'The sides are told apart by shape, name and colour everywhere.',
    central: 'Name of the central side',
    local: 'Name of the local side',
    expected: 'Organisations you expect',
    expectedHint: 'They are offered first when people join.',
    organisation: (number: number) => `Organisation ${number}`,
    sideOf: (number: number) => `Side of organisation ${number}`,
    add: 'Add an organisation',
    remove: (name: string, number: number) => `Remove ${name === '' ? `organisation ${number}` : name}`,
    paste: 'Paste a list',
    pasteLabel: 'One organisation on each line',
    pasteHint:
      'Add the side after a comma, as in “Westshire Council, Local”. Lines without one get the side chosen below.',
    pasteSide: 'Side of lines that do not say',
    pasteAdd: 'Add these',
    added: (count: number) => (count === 1 ? '1 organisation added' : `${count} organisations added`),
    tooMany: (most: number) => `At most ${most} organisations can be listed. The rest can still join.`,
  },
  handling: {
    heading: 'How it is handled',
    lead: 'What people can see of each other, and the marking on every page and export.',
    attribution: 'Who wrote what',
    named: 'Named',
    namedDetail: 'Everybody in the workshop can see who wrote a note.',
    safeSpace: 'Safe space',
    safeSpaceDetail: 'Notes are not tied to people. This comes later.',
    banner: 'Handling marking',
    banners: { none: 'None', official: 'OFFICIAL', 'official-sensitive': 'OFFICIAL-SENSITIVE' },
  },
  key: {
    heading: 'Who may create one',
    lead: 'On this server only people with the key can make a workshop.',
    label: 'Creation key',
    hint: 'Ask the person who runs this server for it.',
  },
  create: 'Create workshop',
  cancel: 'Cancel',
  errorsTitle: 'The workshop was not created yet',
  errors: {
    title: 'Enter a title',
    name: 'Enter your name',
    central: 'Enter a name for the central side',
    local: 'Enter a name for the local side',
    sameSides: 'Give the two sides different names',
    key: 'Enter the creation key',
    tooLong: (field: string, most: number) => `${field}: shorten it to ${most} characters`,
  },
} as const

function durationText(minutes: number): string {
  const hours = Math.round(minutes / 30) / 2
  if (hours < 1) return `${minutes} minutes`
  return hours === 1 ? '1 hour' : `${hours} hours`
}
