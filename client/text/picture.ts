import { isolated } from './isolated'

const size = (value: number) => value.toLocaleString('en-GB')

/** Every word about saving a canvas as a picture. */
export const pictureText = {
  tool: 'Save as picture',
  title: 'Save as picture',
  explain: 'A PNG file, at twice its size, with everything that is written and drawn. No names are in it.',
  what: 'What should be in it?',
  canvas: 'The whole canvas',
  selection: 'What is selected',
  section: (title: string) => `Section: ${isolated(title)}`,
  save: 'Save picture',
  cancel: 'Cancel',
  working: 'Making the picture…',
  saved: (name: string, w: number, h: number) => `Saved ${name}, ${size(w)} by ${size(h)} pixels.`,
  smaller: (name: string, w: number, h: number) =>
    `Saved ${name}, ${size(w)} by ${size(h)} pixels. It is too large to be drawn at twice its size; save one section to see more.`,
  failed: 'The picture could not be made. Try again, or save one section at a time.',
  fallbackName: 'canvas',
} as const
