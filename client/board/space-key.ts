/**
 * Space held moves around with a drag; Space pressed and let go takes up or drops what the keys are at. Which of the two it
 * was is known when it is let go.
 */
export function followSpace(
  canvas: HTMLElement,
  options: { isField(target: EventTarget | null): boolean; pressed(): void },
) {
  let held = false
  canvas.addEventListener(
    'keydown',
    (event) => {
      const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing
      const isSpace = event.key === ' ' && alone && !options.isField(event.target)
      // else the page would scroll; tldraw has to see it, to move around
      if (isSpace) event.preventDefault()
      if (!event.repeat) held = isSpace
    },
    true,
  )
  canvas.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== ' ') return
      if (held) options.pressed()
      held = false
    },
    true,
  )
  for (const kind of ['pointerdown', 'wheel', 'focusout'] as const)
    canvas.addEventListener(kind, () => (held = false), { capture: true, passive: true })
}
