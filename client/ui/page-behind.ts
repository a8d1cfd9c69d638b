let dialogs = 0

/**
 * Takes the page out of reach while a modal dialog is open, until what it returns is called. Kobalte's aria-hidden alone does not
 * hold: it is taken off a frame after focus is back in the page, Chromium takes no notice of one with focus within it, and goes
 * on to take none at the next dialog, so that the page is read out from behind it.
 */
export function holdPageBehind(): () => void {
  dialogs += 1
  showHeld()
  return () => {
    dialogs -= 1
    showHeld()
  }
}

function showHeld(): void {
  document.querySelector('[data-page]')?.toggleAttribute('inert', dialogs > 0)
}
