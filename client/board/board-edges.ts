import { createEdges } from '../ui/edges'

/** What the tools, and a panel below or beside the canvas, take of the board: messages stand over the canvas alone. */
export function createBoardEdges(board: HTMLElement): void {
  const part = (name: 'canvas' | 'tools') => board.querySelector(`:scope > [data-part="${name}"]`)
  createEdges(
    () => [part('canvas'), part('tools')].filter((one) => one !== null),
    () => {
      const whole = board.getBoundingClientRect()
      const canvas = part('canvas')?.getBoundingClientRect() ?? whole
      const tools = part('tools')?.getBoundingClientRect() ?? canvas
      return {
        '--stuck-bottom': whole.bottom - Math.min(canvas.bottom, tools.top),
        '--stuck-end': whole.right - canvas.right,
      }
    },
  )
}
