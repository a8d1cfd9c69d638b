import type { ReadingPart, ReadingText } from './pages'

/** Who runs this server, as its settings say; null where they say nothing. */
export type Host = { name: string | null; contact: string | null }

const REGULATIONS = 'the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018'
/** Whoever tests again, or mends what is listed below, changes these and the lists with them. */
const PREPARED = '29 November 2026'
const TESTED = '29 November 2026'

/**
 * In the form that public bodies of the United Kingdom have to publish (the government's model statement): its headings
 * and the sentences that the regulations ask for, and between them only what was tested and is known.
 */
export function accessibilityStatement(host: Host, address: string): ReadingText {
  const runner = host.name ?? 'the organisation that runs this server'
  return {
    title: `Accessibility statement for Concordat at ${address}`,
    pageTitle: 'Accessibility statement',
    lead: `This statement is about the pages at ${address}. They are run by ${runner} with Concordat, software for workshops of central and local government.`,
    parts: [
      howAccessible,
      feedback(host),
      enforcement,
      technical(runner),
      status,
      nonAccessible,
      preparation,
      improving,
    ],
  }
}

const howAccessible: ReadingPart = {
  heading: 'How accessible this website is',
  paragraphs: ['We want everybody in the room to take part, in whatever way they use a screen. You should be able to:'],
  points: [
    'do everything in the list in place of the board: add, edit, sort, group and link, by keyboard, on a phone and with a screen reader',
    'do everything without dragging: every note has “Move to…”',
    'zoom to 400 %, or set larger text, wider spacing or a font of your own, and read in a window 320 pixels wide',
    'use a dark scheme, forced colours or reduced motion: the pages follow your system',
    'tell the sides apart without colour: each has a shape and a name',
    'take your time: nothing closes by itself when a timer runs out',
  ],
  after: [
    'We know that some parts are not fully accessible. They are listed under “Non-accessible content”. “Help”, at the end of the bar at the top of every page, says how to do the main things and which keys there are.',
  ],
}

function feedback({ name, contact }: Host): ReadingPart {
  const whom = name ?? 'the people who run this server'
  return {
    heading: 'Feedback and contact information',
    paragraphs: [
      `If you find a problem that is not listed here, or need something from these pages in another form, such as large print, easy read, audio or braille, tell ${whom}.`,
      ...(contact ? [] : [noContact]),
      'In a workshop you can also tell the facilitator. They can write, move and answer with you while it is put right.',
    ],
    ...(contact ? { links: [contactLink(contact)] } : {}),
  }
}

const noContact =
  'This server has not been given a contact for accessibility. Use the contact named in the brief of your workshop, or ask the organisation that invited you.'

function contactLink(contact: string): { href?: string; label: string } {
  if (/^https?:\/\//.test(contact)) return { href: contact, label: contact }
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return { href: `mailto:${contact}`, label: contact }
  return { label: contact }
}

const enforcement: ReadingPart = {
  heading: 'Enforcement procedure',
  paragraphs: [
    `The Equality and Human Rights Commission (EHRC) is responsible for enforcing ${REGULATIONS} (the “accessibility regulations”). If you are not happy with how your complaint is answered, contact the Equality Advisory and Support Service (EASS).`,
    'In Northern Ireland the Equality Commission for Northern Ireland (ECNI) enforces the accessibility regulations. If you are there and not happy with how your complaint is answered, contact the ECNI.',
  ],
  links: [
    { href: 'https://www.equalityadvisoryservice.com/', label: 'Equality Advisory and Support Service' },
    { href: 'https://www.equalityni.org/', label: 'Equality Commission for Northern Ireland' },
  ],
}

const technical = (runner: string): ReadingPart => ({
  heading: 'Technical information about this website’s accessibility',
  paragraphs: [
    `${runner.charAt(0).toUpperCase()}${runner.slice(1)} is committed to making these pages accessible, in accordance with ${REGULATIONS}.`,
  ],
})

const status: ReadingPart = {
  heading: 'Compliance status',
  paragraphs: [
    'This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the non-compliances listed below.',
  ],
}

const nonAccessible: ReadingPart = {
  heading: 'Non-accessible content',
  paragraphs: ['The content listed below is not accessible for the following reasons.'],
  under: [
    {
      heading: 'Non-compliance with the accessibility regulations',
      points: [
        'A freehand drawing on the board has only the description that somebody writes for it. Until then people who cannot see it learn only that there is one. This fails WCAG 2.2 success criterion 1.1.1 (non-text content).',
        'Words that people write in another language are read out as English, because nothing says which language they are in. This fails success criterion 3.1.2 (language of parts).',
      ],
      after: [
        'Not known, because nobody has tested it: whether the board, which is made with a drawing tool called tldraw, says everything to a screen reader (success criteria 1.3.1, info and relationships, and 4.1.2, name, role, value), and whether the files one can download in Word and OpenDocument formats meet the guidelines. The list has the same notes as the board and the same things to do, and the record can be read on its page and downloaded as HTML.',
      ],
    },
    {
      heading: 'Disproportionate burden',
      paragraphs: ['Nothing is left out because it would be a disproportionate burden.'],
    },
    {
      heading: 'Content that’s not within the scope of the accessibility regulations',
      paragraphs: [
        'None of the content that the regulations leave out is relied on. The board may need scrolling in two directions at 400 %, as its meaning is in two dimensions; the list does not.',
      ],
    },
  ],
}

const preparation: ReadingPart = {
  heading: 'Preparation of this accessibility statement',
  paragraphs: [
    `This statement was prepared on ${PREPARED}. It was last reviewed on ${PREPARED}.`,
    `This version of Concordat was last tested on ${TESTED}, by the people who make it and not by an outside body, in Chromium only:`,
  ],
  points: [
    'every page, and the dialogs, menus and errors we know of, by the automatic rules of axe-core, as on a desk, on a phone and at 320 pixels, in light and dark',
    'the main pages by tests that look at each thing that takes focus, double the size of the text, widen its spacing, change its font, and use forced colours',
    'by hand, with a keyboard',
  ],
  after: [
    'Automatic rules find only part of what can be wrong. It was not tested with people who use screen readers, magnifiers, switches or voice control, and not in Firefox, Safari or on real phones.',
    'The organisation that runs this server may have changed how it looks or where it stands. What it has tested itself is not part of this statement.',
  ],
}

const improving: ReadingPart = {
  heading: 'What we’re doing to improve accessibility',
  paragraphs: ['No dates are promised. What comes next, in this order:'],
  points: [
    'tests with people who use assistive technology, and with common screen readers',
    'tests in Firefox and Safari, and on phones',
    'asking for a description as soon as something is drawn, and saying in which language a workshop is held; the pages themselves are in English only so far',
    'a check of the downloaded files',
  ],
}
