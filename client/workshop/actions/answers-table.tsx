import { For, type JSX, Show } from 'solid-js'
import { type Answer, type AskedOrganisation, answerOf, type PutAction } from '../../../shared/domain/action'
import { type SideNames, sideName } from '../../../shared/domain/side'
import { agreementText } from '../../text/agreement'
import { SideGlyph } from '../../ui/mark'
import { VisuallyHidden } from '../../ui/visually-hidden'
import styles from './actions.module.css'
import { AnswerMark } from './answer-mark'

const text = agreementText.answers

/** Who was asked, who answered and what, in the order they were asked. `act` gives what one can do in a row. */
export function AnswersTable(props: {
  action: PutAction
  caption: string
  sides: SideNames
  act?: (asked: AskedOrganisation) => JSX.Element
}) {
  return (
    <div class={styles.answersPlace}>
      <table class={styles.answers}>
        <caption>
          <VisuallyHidden>{props.caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.organisation}</th>
            <th scope="col">{text.signedBy}</th>
            <th scope="col">{text.answer}</th>
            <Show when={props.act}>
              <th scope="col">
                <VisuallyHidden>{text.todo}</VisuallyHidden>
              </th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={props.action.asked}>
            {(asked) => (
              <tr>
                <th scope="row">
                  <span class={styles.organisation} data-side={asked.side}>
                    <SideGlyph side={asked.side} />
                    <bdi>{asked.name}</bdi>
                    <VisuallyHidden>, {sideName(asked.side, props.sides)}</VisuallyHidden>
                  </span>
                </th>
                <AnswerCells answer={answerOf(props.action, asked.name)} />
                <Show when={props.act}>{(act) => <td class={styles.act}>{act()(asked)}</td>}</Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function AnswerCells(props: { answer: Answer | undefined }) {
  return (
    <Show
      when={props.answer}
      fallback={
        <>
          <td class={styles.quiet}>{text.notYet}</td>
          <td class={styles.empty} />
        </>
      }
    >
      {(answer) => (
        <>
          <td>
            <bdi>{answer().name}</bdi>, <bdi>{answer().jobTitle}</bdi>
          </td>
          <td>
            <AnswerMark answer={answer()} struck={answer().disputed !== null} />
            <Show when={answer().reason}>{(reason) => <p class={styles.reason}>“{reason()}”</p>}</Show>
            <Show when={answer().disputed}>
              {(disputed) => (
                <p class={styles.disputed}>
                  {text.disputed(disputed().name, disputed().reason)} {text.disputedNext(answer().organisation)}
                </p>
              )}
            </Show>
          </td>
        </>
      )}
    </Show>
  )
}
