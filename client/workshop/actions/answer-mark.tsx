import Check from 'lucide-solid/icons/check'
import Contrast from 'lucide-solid/icons/contrast'
import Hourglass from 'lucide-solid/icons/hourglass'
import X from 'lucide-solid/icons/x'
import { Dynamic } from 'solid-js/web'
import type { Answer, AnswerKind } from '../../../shared/domain/action'
import { ANSWER_LABELS, agreementText, isoDateText } from '../../text/agreement'
import { classes } from '../../ui/classes'
import styles from './actions.module.css'

const ICON = { agree: Check, 'agree-with-reservation': Contrast, 'do-not-agree': X, 'ask-first': Hourglass } as const

/** An answer by symbol and word; never by colour alone. */
export function AnswerMark(props: { answer: Pick<Answer, 'answer' | 'byDate'>; struck?: boolean }) {
  const words = () => {
    const { answer, byDate } = props.answer
    return answer === 'ask-first' ? askFirst(byDate) : ANSWER_LABELS[answer]
  }
  return (
    <span class={classes(styles.answer, styles[tone(props.answer.answer)], props.struck && styles.struck)}>
      <Dynamic component={ICON[props.answer.answer]} aria-hidden="true" />
      {words()}
    </span>
  )
}

function askFirst(byDate: string): string {
  return byDate === '' ? agreementText.answers.askFirst : agreementText.answers.askFirstBy(isoDateText(byDate))
}

function tone(answer: AnswerKind): 'yes' | 'no' | 'open' {
  if (answer === 'do-not-agree') return 'no'
  return answer === 'ask-first' ? 'open' : 'yes'
}
