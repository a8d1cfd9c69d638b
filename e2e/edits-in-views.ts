import { EDIT_NAMES, type EditName } from '../shared/document/change'
import { membersIn, type Place, placeOf, type Reading, reachedFrom } from './reach'

/** Where each view begins. */
export const VIEWS = {
  board: ['client/board/board-island.tsx', 'BoardView'],
  list: ['client/outline/outline-view.tsx', 'OutlineView'],
} as const
export type View = keyof typeof VIEWS

/** Where the edits that a person makes are handed out. */
const HANDED_OUT = [
  ['client/workshop/canvas-edits.ts', 'createCanvasEdits'],
  ['client/workshop/shape-edits.ts', 'createShapeEdits'],
  ['client/workshop/drawing-edits.ts', 'createDrawingEdits'],
  ['client/workshop/several-edits.ts', 'createSeveralEdits'],
] as const

/** What only one view has, and why. */
export const ONLY_IN: Partial<Record<EditName, { view: View; why: string }>> = {
  'add-drawing': {
    view: 'board',
    why: 'a line is drawn with a pointer; what it shows is said in words, in both views',
  },
}

/** Edits that a view cannot make and should, as "split-cluster: not in the list". */
export function missingEdits(reading: Reading): string[] {
  const methods = methodsOf(reading)
  return (Object.keys(VIEWS) as View[]).flatMap((view) => {
    const made = editsIn(reading, view, methods)
    return EDIT_NAMES.filter((name) => !made.has(name) && !isElsewhere(name, view)).map(
      (name) => `${name}: not in the ${view}`,
    )
  })
}

/** The edits that the code of a view can reach. */
export function editsIn(reading: Reading, view: View, methods = methodsOf(reading)): Set<EditName> {
  const made = new Set<EditName>()
  const [entry, component] = VIEWS[view]
  reachedFrom(reading, [placeOf(reading, entry, component)], ({ path, node }) => {
    const method = methodCalled(reading, path, node)
    for (const name of methods.get(method ?? '') ?? []) made.add(name)
  })
  return made
}

/** `canvas.edits.moveNotes`, or `edits.moveNotes` where these are a canvas's and not the file of named edits. */
function methodCalled(reading: Reading, path: string, node: Place['node']): string | undefined {
  if (node.type !== 'MemberExpression') return undefined
  const of = node.object as Place['node'] & { name?: string; property?: { name?: string } }
  const isFile = of.type === 'Identifier' && reading.get(path)?.imported.has(of.name ?? '')
  if (isFile || (of.name ?? of.property?.name) !== 'edits') return undefined
  return (node.property as { name?: string }).name
}

/** Which named edits a method of `canvas.edits` makes. */
export function methodsOf(reading: Reading): Map<string, Set<EditName>> {
  const methods = new Map<string, Set<EditName>>()
  for (const [path, name] of HANDED_OUT) {
    for (const [method, place] of membersIn(placeOf(reading, path, name))) {
      const made = new Set<EditName>()
      reachedFrom(reading, [place], ({ node }) => {
        for (const edit of namedIn(node)) made.add(edit)
      })
      methods.set(method, made)
    }
  }
  return methods
}

/** The names in `edit(document, folded ? 'fold-clusters' : 'unfold-clusters', …)`. */
function namedIn(node: Place['node']): EditName[] {
  return node.type === 'Literal' ? EDIT_NAMES.filter((name) => name === node.value) : []
}

function isElsewhere(name: EditName, view: View): boolean {
  const only = ONLY_IN[name]
  return only !== undefined && only.view !== view
}
