import { Show } from 'solid-js'
import { notAnswered, type PutAction, reviewDate } from '../../../shared/domain/action'
import { agreementText, isoDateText } from '../../text/agreement'
import styles from './actions.module.css'

const text = agreementText.record

/** What else is known of a record: who had not answered, when it comes back, how to check its words. */
export function RecordFacts(props: { action: PutAction }) {
  const missing = () => notAnswered(props.action).map((asked) => asked.name)
  return (
    <div class={styles.trail}>
      <Show when={props.action.closedEarly && missing().length > 0}>
        <p>{text.closedEarly(missing())}</p>
      </Show>
      <p>
        <Show when={props.action.recordedAt !== null && props.action.recordedAt}>
          {(at) => <>{text.review(isoDateText(reviewDate(at())))} · </>}
        </Show>
        <span title={props.action.hash}>{text.fingerprint(props.action.hash)}</span>
      </p>
    </div>
  )
}
