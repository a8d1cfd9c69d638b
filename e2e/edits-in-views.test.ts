import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { EDIT_NAMES, type EditName } from '../shared/document/change'
import { methodsOf, missingEdits, ONLY_IN } from './edits-in-views'
import { type SourceFile, sourceFiles } from './imports-of'
import { readSources } from './reach'

const files = sourceFiles(fileURLToPath(new URL('..', import.meta.url))).filter(
  ({ path }) => /^(client|shared)\//.test(path) && !/\.test\.|\/testing\//.test(path),
)
const reading = readSources(files)
const methods = methodsOf(reading)

test('[L40] every edit can be made on the board and in the list', () => {
  expect(missingEdits(reading)).toEqual([])
})

test('[L40] what only one view has is one of the edits, with a reason', () => {
  expect(Object.keys(ONLY_IN)).toEqual(['add-drawing'])
  for (const only of Object.values(ONLY_IN)) expect(only.why).not.toBe('')
})

test('every named edit is made by some method that the views are handed', () => {
  const made = new Set([...methods.values()].flatMap((names) => [...names]))
  expect([...made].sort()).toEqual([...EDIT_NAMES].sort())
})

/** A test that cannot fail proves nothing: each edit is taken away, and must be missed. */
describe('[L40] an edit is missed', () => {
  test('each of them, when no view calls anything of a canvas', () => {
    const missing = missingAfter((file) => ({ ...file, text: file.text.replace(/\bedits\.(\w+)\b/g, 'edits.no$1') }))
    const all = EDIT_NAMES.flatMap((name) => [`${name}: not in the board`, `${name}: not in the list`])
    const only = Object.keys(ONLY_IN).map((name) => `${name}: not in the list`)
    expect(missing.sort()).toEqual(all.filter((one) => !only.includes(one)).sort())
  })

  test.each<[EditName, view: string, path: string, from: string]>([
    ['merge-clusters', 'list', 'client/outline/cluster-actions.ts', 'mergeSeveral'],
    ['move-items', 'list', 'client/outline/selection-actions.ts', 'moveTogether'],
    ['delete-items', 'list', 'client/outline/selection-actions.ts', 'deleteSeveral'],
    ['delete-items', 'board', 'client/board/board-acts.ts', 'deleteSeveral'],
    ['link-barriers', 'list', 'client/outline/other-dialogs.tsx', 'edits.linkBarriers'],
    ['split-cluster', 'list', 'client/outline/other-dialogs.tsx', 'splitCluster'],
    ['add-drawing', 'board', 'client/board/drawing-acts.ts', 'edits.addDrawing'],
    ['lock-items', 'board', 'client/board/board-acts.ts', 'edits.setLocked'],
  ])('%s, when the %s loses it in %s', (name, view, path, from) => {
    const missing = missingAfter((file) =>
      file.path === path ? { ...file, text: file.text.replaceAll(from, `${from}Gone`) } : file,
    )
    expect(missing).toContain(`${name}: not in the ${view}`)
  })

  test('when its function is there, and nobody calls it', () => {
    const missing = missingAfter((file) =>
      file.path.startsWith('client/outline/') ? { ...file, text: withoutCallsOf('removeSection', file.text) } : file,
    )
    expect(missing).toContain('remove-section: not in the list')
  })
})

function missingAfter(change: (file: SourceFile) => SourceFile): string[] {
  const changed = files.flatMap((file) => {
    const now = file.path === 'client/workshop/canvas-edits.ts' ? file : change(file)
    return now.text === file.text ? [] : [now]
  })
  expect(changed.length).toBeGreaterThan(0)
  return missingEdits(new Map([...reading, ...readSources(changed, files)]))
}

/** Another word wherever the name is used, but where it is declared and where it asks the canvas. */
function withoutCallsOf(name: string, text: string): string {
  return text.replace(new RegExp(`(?<!function |edits\\.)\\b${name}\\b`, 'g'), `${name}Gone`)
}
