import type { Page } from '@playwright/test'

/**
 * [L52] What is wrong with what takes focus: each thing in turn, as Tab would bring it into view. A line for whatever is
 * outside the window, covered, or has no ring of 3:1 against what is round it.
 */
export async function badlyFocused(page: Page): Promise<string[]> {
  // from here on the browser takes it that somebody uses keys, and shows rings
  await page.keyboard.press('Shift')
  return page.evaluate(async () => {
    // drawn in the form it has now: what sticks to the edges has said how much it takes
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
    const within = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body
    const canTakeFocus =
      'a[href], button, input, select, textarea, summary, [role="application"], [tabindex="0"], [contenteditable="true"]'
    const isOffered = (element: HTMLElement) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [aria-hidden="true"] *, [inert] *') &&
      element.checkVisibility({ visibilityProperty: true })
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const surfaceOf = (element: Element | null): string => {
      if (!element) return getComputedStyle(document.body).backgroundColor
      const { backgroundColor } = getComputedStyle(element)
      return /^rgba\(.*, 0\)$/.test(backgroundColor) ? surfaceOf(element.parentElement) : backgroundColor
    }
    const isSeen = (ring: string, around: string) => {
      const [light = 0, dark = 0] = [luminance(ring), luminance(around)].sort((a, b) => b - a)
      return (light + 0.05) / (dark + 0.05) >= 3
    }
    /** A field inside a frame may wear its ring on the frame; a radio card on the card. */
    const hasRing = (element: Element) => {
      const wearers = [element, element.parentElement, element.closest('label'), element.nextElementSibling]
      return wearers.some((wearer) => {
        if (!wearer) return false
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(wearer)
        return (
          outlineStyle !== 'none' &&
          Number.parseFloat(outlineWidth) >= 2 &&
          isSeen(outlineColor, surfaceOf(wearer.parentElement))
        )
      })
    }
    const where = (element: HTMLElement) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const shown = {
        left: Math.max(left, 0),
        right: Math.min(right, innerWidth),
        top: Math.max(top, 0),
        bottom: Math.min(bottom, innerHeight),
      }
      if (shown.right - shown.left < 1 || shown.bottom - shown.top < 1) return 'outside the window'
      const hit = document.elementFromPoint((shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2)
      const own = hit && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element))
      return own ? undefined : `covered by ${hit?.outerHTML.slice(0, 80)}`
    }
    const began = document.activeElement
    const wrong: string[] = []
    for (const element of within.querySelectorAll<HTMLElement>(canTakeFocus)) {
      if (!isOffered(element)) continue
      element.focus()
      if (document.activeElement !== element) continue
      const trouble = where(element) ?? (hasRing(element) ? undefined : 'no ring of 3:1')
      if (trouble) wrong.push(`${trouble}: ${element.outerHTML.slice(0, 140)}`)
    }
    if (began instanceof HTMLElement) began.focus()
    return wrong
  })
}

/** [L52] Where a browser takes all colours of the page away, a field without an edge would be nowhere. */
export function withoutEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasEdge = (element: Element | null) => {
      if (!element) return false
      const { borderStyle, borderWidth, outlineStyle } = getComputedStyle(element)
      return (!/^none/.test(borderStyle) && Number.parseFloat(borderWidth) >= 1) || outlineStyle !== 'none'
    }
    /** A tick box as the system draws it has the system's own edge. */
    const isDrawnBySystem = (field: Element) =>
      field.matches('[type="checkbox"], [type="radio"]') && getComputedStyle(field).appearance !== 'none'
    return [...document.querySelectorAll('input:not([type="hidden"]), textarea, select')]
      .filter((field) => !isDrawnBySystem(field))
      .filter((field) => field.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((field) => !hasEdge(field) && !hasEdge(field.parentElement) && !hasEdge(field.closest('label')))
      .map((field) => field.outerHTML.slice(0, 140))
  })
}

/** [L53] Words that are cut: what holds them hides more than it shows, and does not say so with an ellipsis. */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const isCut = (element: Element) => {
      const style = getComputedStyle(element)
      const hides = /hidden|clip/
      const across = hides.test(style.overflowX) && element.scrollWidth > element.clientWidth + 2
      const down = hides.test(style.overflowY) && element.scrollHeight > element.clientHeight + 4
      // one pixel is for screen readers alone
      return element.clientWidth > 1 && ((across && style.textOverflow !== 'ellipsis') || down)
    }
    return [...document.body.querySelectorAll('*')]
      .filter(
        (element) =>
          hasWords(element) &&
          isCut(element) &&
          !element.closest('[role="application"], svg, canvas') &&
          element.checkVisibility({ visibilityProperty: true }),
      )
      .map((element) => element.outerHTML.slice(0, 160))
  })
}

/** [L51] What a finger would miss: controls under 44 pixels, but for links within a sentence. */
export function smallForAFinger(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
    /** A box is ticked by its label too, whether that is round it or beside it. */
    const target = (element: HTMLElement) => {
      const parts = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])]
      const boxes = parts.map((part) => part.getBoundingClientRect())
      return {
        width: Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
        height: Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)),
      }
    }
    return controls
      .filter((element) => {
        const { width, height } = target(element)
        const isShown = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true })
        const inSentence = element.matches('a') && getComputedStyle(element).display === 'inline'
        // a corner may be half a pixel off
        // the mark of tldraw has the size that its makers give it
        if (element.matches('[class*="watermark"] *')) return false
        return isShown && !inSentence && (height < 43.5 || width < 43.5) && !element.closest('[aria-hidden="true"]')
      })
      .map((element) => {
        const { width, height } = target(element)
        return `${Math.round(width)} x ${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`
      })
  })
}

/** WCAG 1.4.12 (lines 1.5, paragraphs 2, letters 0.12, words 0.16), in a font that people with dyslexia may choose. */
export const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  font-family: 'Comic Sans MS', 'DejaVu Sans', sans-serif !important } p { margin-block-end: 2em !important }`

/** The page with other styles laid over it, as a reader's browser does. */
export async function withStyles(page: Page, css: string, look: () => Promise<void>): Promise<void> {
  // not as an element: the page's own policy takes none
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
  }, css)
  await look()
  await page.evaluate(() => void document.adoptedStyleSheets.pop())
}
