import { allNotes } from '../../shared/domain/canvas-view'
import { boardText as text } from '../text/board'
import { intakeText } from '../text/intake'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import { takeFile } from '../workshop/intake/import-button'
import { LARGEST_INTAKE } from '../workshop/intake/intake'
import { readIntake } from '../workshop/intake/read-intake'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import type { Dialogs } from './dialogs'

/** Copying gives plain text, pasting takes plain text; files, pictures and links are refused in words. */
export function createClipboard(board: Board, acts: BoardActs, dialogs: Dialogs) {
  return {
    copy(event: ClipboardEvent): void {
      if (isField(event.target)) return
      const lines = textOfSelection(board)
      if (lines.length === 0) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', lines.join('\n'))
      announce(text.said.copied(lines.length))
    },
    paste(event: ClipboardEvent): void {
      if (isField(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      take(event.clipboardData)
    },
    drop(event: DragEvent): void {
      if (isField(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      take(event.dataTransfer)
    },
  }

  function take(given: DataTransfer | null): void {
    if (!given) return
    const words = given.getData('text/plain')
    const [file, another] = given.files
    if (file && words === '') {
      if (another) return void showToast({ text: intakeText.notText })
      return void takeFile(file, (read) => void takeIn(read, true))
    }
    if (isLink(words)) return void showToast({ text: text.paste.noLinks })
    void takeIn(words)
  }

  /** Shows what becomes of it, and adds nothing yet. */
  async function takeIn(words: string, isFile = false): Promise<void> {
    if (!acts.open([], 'add-note')) return
    if (words.length > LARGEST_INTAKE) return void showToast({ text: intakeText.tooLarge })
    const { role, side } = board.workshop.me()
    const intake = await readIntake(
      words,
      { side, isFacilitator: role === 'facilitator', sides: board.sides() },
      isFile,
    )
    if (intake.notes.length + intake.leftOut.length === 0) showToast({ text: intakeText.nothing })
    else dialogs.intake(intake)
  }
}

/** The words of the selected notes in reading order; of a cluster, its notes'. */
export function textOfSelection(board: Board): string[] {
  const { view, layout } = board.drawing()
  const chosen = new Set(board.selected())
  return allNotes(view)
    .filter((note) => chosen.has(note.id) || chosen.has(layout.notes.get(note.id)?.cluster ?? ''))
    .map((note) => note.text.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
}

/** Nothing but one address: people expect a preview, which the board never fetches. */
function isLink(words: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/i.test(words)
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]')
}
