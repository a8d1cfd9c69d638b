import { DEFAULT_SIDE_NAMES } from '../../shared/domain/side'
import { intakeText } from '../text/intake'
import { showToast } from '../ui/toast'
import { LARGEST_INTAKE } from '../workshop/intake/intake'
import { readIntake } from '../workshop/intake/read-intake'
import type { Outline } from './outline-context'

type Options = {
  isFile?: boolean
  /** Where focus goes once that is decided. */
  focus?: () => HTMLElement | null | undefined
  /** Lines that cannot become notes as they are, to stay where the person is. */
  keep?: (rest: string) => void
}

/** Shows what many lines, a table or a file become, and adds nothing yet. */
export async function takeIn(outline: Outline, words: string, { isFile, focus, keep }: Options = {}): Promise<void> {
  if (words.length > LARGEST_INTAKE) return void showToast({ text: intakeText.tooLarge })
  const { workshop } = outline
  const { role, side } = workshop.me()
  const sides = workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const intake = await readIntake(words, { side, isFacilitator: role === 'facilitator', sides }, isFile)
  if (intake.notes.length + intake.leftOut.length === 0) return void showToast({ text: intakeText.nothing })
  if (intake.is === 'lines' && intake.leftOut.length > 0) keep?.(intake.leftOut.map((one) => one.text).join('\n'))
  outline.show({ is: 'intake', intake }, focus)
}
