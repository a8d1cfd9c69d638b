/** The few words the kit itself says. In one place, so that they can be translated. */
export type UiWords = {
  close: string
  cancel: string
  dismiss: string
  optional: string
  working: string
  copy: string
  copied: string
  copyFailed: string
  messages: string
  menu: string
  charactersLeft: (count: number) => string
  charactersTooMany: (count: number) => string
  suggestions: (count: number) => string
}

const ENGLISH: UiWords = {
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  optional: 'optional',
  working: 'Working…',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying did not work here. Select the text and copy it yourself.',
  messages: 'Messages',
  menu: 'Menu',
  charactersLeft: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  charactersTooMany: (count) => (count === 1 ? '1 character too many' : `${count} characters too many`),
  suggestions: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
}

export const useUiWords = (): UiWords => ENGLISH
