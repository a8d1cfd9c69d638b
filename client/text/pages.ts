/** A page that is only read. */
export type ReadingText = {
  title: string
  /** For the window, where it is shorter than the heading. */
  pageTitle?: string
  lead: string
  parts: readonly ReadingPart[]
}

/** A heading with what is below it, in the order of these fields. */
export type ReadingPart = {
  heading: string
  paragraphs?: readonly string[]
  steps?: readonly string[]
  points?: readonly string[]
  links?: readonly { href?: string; label: string }[]
  after?: readonly string[]
  under?: readonly ReadingPart[]
}

/** Only what this version does. Whoever changes what is stored changes this page with it. */
export const privacyPage: ReadingText = {
  title: 'Privacy',
  lead: 'What this version of Concordat keeps, where, for how long, and who can see it.',
  parts: [
    {
      heading: 'Who is responsible',
      paragraphs: [
        'Concordat is software that an organisation runs on its own server. The organisation named in the workshop’s brief runs the workshop and holds its record. Ask it about your rights over what is kept about you.',
      ],
    },
    {
      heading: 'What is kept',
      points: [
        'Your name, your organisation, your side and your role in the workshop, and when you joined.',
        'What you write: notes, headings, action wording. Each note keeps who wrote it and when.',
        'If you answer for your organisation: your name, job title, answer, reason and the time. They become part of the record.',
        'What the facilitator wrote when making the workshop: title, purpose, contact, the organisations expected.',
      ],
    },
    {
      heading: 'Who can see it',
      points: [
        'Everybody in the workshop can see who is in it and who wrote each note.',
        'Where your pointer is and what you are typing in is shown to others while you do it, and is not kept.',
        'The people who run the server can read its data file.',
        'A public body that runs a workshop may have to release what it holds under freedom of information law.',
      ],
    },
    {
      heading: 'Where it is, and for how long',
      paragraphs: [
        'Everything is in one data file on the server that you opened this page from. Nothing is sent to anybody else: no fonts, maps, statistics or language models of third parties.',
        'A workshop stays until the people who run the server delete its data. This version has no button for that; ask the contact in the brief.',
        'A copy of the notes is kept in this browser, so that a lost connection loses nothing. “Leave on this device”, in the menu of a workshop, wipes it. Half-filled forms are kept in this tab until it is closed.',
      ],
    },
    {
      heading: 'Cookies',
      paragraphs: [
        'There is one cookie, called “session”. It tells the server which workshops this device has joined. It follows you nowhere else. Your browser also remembers whether you like the board or the list. There are no other cookies.',
      ],
    },
  ],
}

export const helpPage: ReadingText = {
  title: 'Help',
  lead: 'The main job in steps, for those who run a workshop and those who take part.',
  parts: [
    {
      heading: 'If you take part',
      steps: [
        'Open the link, scan the code, or type the short code on the start page. Give your name and organisation. You need no account.',
        'Read the brief. “Brief” at the top opens it again at any time.',
        'The bar under the top says what to do now and how much time is left.',
        'Write notes on the board or in the list. Enter adds a note and starts the next. Pasting many lines makes many notes.',
        'Sort: choose “Move to…” on a note, or drag it onto a heading. “Sort one by one” shows one note at a time, with the headings as buttons.',
        'Under “Agreement”, read the wording and answer for your organisation if you are asked.',
        'When the workshop has ended, the same address shows the record.',
      ],
    },
    {
      heading: 'If you run a workshop',
      steps: [
        'Choose “New workshop”. Only a title and your name are needed.',
        'Show the join code on the big screen, or send the link. “Share” opens both at any time.',
        'When people are in, press “Start” in the bar under the top, then “Next” for each step.',
        'Group notes into barriers, and answer them with proposals.',
        'Turn a proposal into an action under “Agreement”: who does what by when, on each side. Put it to agreement. Each organisation answers.',
        'End the workshop from the menu. Everybody’s page becomes the record, which can be copied or downloaded.',
      ],
    },
    {
      heading: 'The list and the board',
      points: [
        'They show the same notes in the same order, and the same can be done in both. The list needs no dragging, and works on a phone and with a screen reader. “List” and “Board” are at the top; on a phone they are in the menu.',
        'In the list the sections are headings of level 2, and barriers, proposals and themes headings of level 3 with their notes in a list.',
        'The first Tab on a page of a workshop brings links that skip: to what to do now, to the notes, and to the field for a new note.',
      ],
    },
    {
      heading: 'What is read aloud',
      points: [
        'A screen reader hears what others do in short: new notes come together, “6 new notes in Barriers”, with time between. “What is read aloud…” in the menu says how often, or turns it off.',
        'The step and the timer are always said: at 5 minutes, at 1 minute and at the end. The facilitator can give more time. Nothing closes by itself.',
        'Others never move your focus. If the facilitator asks everybody to look somewhere, “Go there” takes you when you want. If a note goes while you are at it, you are told, and are at the one beside it.',
        '“What changed” lists what others did since you last looked.',
      ],
    },
    {
      heading: 'Without a connection',
      points: [
        '“Offline” at the top: keep writing. Your changes are kept on this device, also if you reload or close the page, and are sent when the connection is back.',
        'How many wait is shown at the top: “3 changes kept on this device”.',
        'The page itself has to be open already: it cannot be opened without a connection.',
        'A private window, or a device whose storage is full, keeps nothing. The page says so; leave it open until you are back.',
      ],
    },
    {
      heading: 'If something goes wrong',
      points: [
        '“Reconnecting…”: the page gets back by itself. You need not reload.',
        'A note was not added: its words are kept at the foot of the page with “Copy” and “Add when possible”.',
        'Another device: choose “Use another device” in the menu, and scan the code there.',
        'A shared computer: choose “Leave on this device” in the menu when you go. It wipes the notes from the browser.',
        'Lost your place: type the short code again on the device you joined with. You come back as the same person.',
      ],
    },
    {
      heading: 'Keys',
      points: [
        'Tab and Shift Tab go through everything; Enter presses; Escape closes what is open.',
        'In a note: Enter finishes it and starts the next, Shift Enter starts a new line.',
        'Ctrl Z (⌘ Z on a Mac) undoes your own last change, Ctrl Shift Z (⌘ Shift Z) does it again. What others did is left alone.',
        'In “Sort one by one”: 1 to 9 choose a heading, N makes a new one, S skips and B goes back. They can be switched off there.',
        'On the board: arrow keys go from item to item, Enter edits, Space picks up and drops, Escape, then Tab leaves it. “Keys on the board”, beside its tools, lists them all and can switch off those of one letter.',
      ],
    },
  ],
}
