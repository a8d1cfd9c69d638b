import { onCleanup, onMount } from 'solid-js'
import type { ActionId } from '../../shared/domain/ids'
import { agreementText } from '../text/agreement'
import { focusOn } from '../ui/focus'
import { announce } from '../ui/live-region'
import { cardHeading } from './agreement-page'

type Kept = { element: HTMLElement; action: ActionId; title: string; next: ActionId[] }

/** What is open over the page, and gives focus back by itself. */
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/**
 * Others put an action to agreement, delete it, or take away the line that one is on: focus goes to the heading of its card,
 * else to that of the next card, and it is said why. What one wrote is in the document [L24].
 */
export function keepFocusOnCards(root: () => HTMLElement): void {
  let kept: Kept | undefined
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target.closest(OVER_THE_PAGE)) return
    kept = root().contains(target) ? keptOf(root(), target) : undefined
  }
  const changed = () => {
    const { activeElement, body } = document
    if (!kept || kept.element.isConnected || (activeElement !== null && activeElement !== body)) return
    const gone = kept
    kept = undefined
    announce(goOn(gone))
  }
  onMount(() => {
    const observer = new MutationObserver(changed)
    observer.observe(root(), { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    onCleanup(() => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    })
  })
}

function keptOf(root: HTMLElement, element: HTMLElement): Kept | undefined {
  const cards = [...root.querySelectorAll<HTMLElement>('[data-action]')]
  const at = cards.findIndex((card) => card.contains(element))
  const card = cards[at]
  if (!card) return undefined
  const around = [...cards.slice(at + 1), ...cards.slice(0, at).reverse()]
  return { element, action: actionOf(card), title: titleOf(actionOf(card)), next: around.map(actionOf) }
}

function goOn({ action, title, next }: Kept): string {
  const words = agreementText.vanished
  if (focusOn(cardHeading(action))) return words.line(titleOf(action))
  const near = next.find((id) => focusOn(cardHeading(id)))
  if (near) return words.card(title, titleOf(near))
  focusOn(document.querySelector<HTMLElement>('#main'))
  return words.lastCard(title)
}

function actionOf(card: HTMLElement): ActionId {
  return card.dataset.action as ActionId
}

function titleOf(action: ActionId): string {
  return document.getElementById(cardHeading(action))?.textContent?.trim() ?? ''
}
