import { Show } from 'solid-js'
import type { MemberBody } from '../../shared/protocol/http'
import type { LookBody } from '../connection/bodies'
import { joinText } from '../text/join'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/layout'
import { workshopHref } from '../workshop/shell/preferred-view'
import styles from './join-form.module.css'

/** A link opened by somebody who is in already changes nothing about their membership. */
export function AlreadyIn(props: { look: LookBody; member: MemberBody }) {
  const id = () => props.look.workshop.id
  const title = () => {
    const { role, name } = props.member
    return role === 'participant' ? joinText.alreadyIn.participant(name) : joinText.alreadyIn[role]
  }
  return (
    <Card as="section" aria-labelledby="already-in">
      <h2 id="already-in">{title()}</h2>
      <p>{joinText.alreadyIn.lead}</p>
      <div class={styles.buttons}>
        <Show
          when={!props.look.ended}
          fallback={
            <ButtonLink href={`/w/${id()}/record`} kind="main" tall wide>
              {joinText.alreadyIn.record}
            </ButtonLink>
          }
        >
          <ButtonLink href={workshopHref(id())} kind="main" tall wide>
            {joinText.alreadyIn.goBack}
          </ButtonLink>
          <Show when={props.member.role === 'facilitator'}>
            <ButtonLink href={workshopHref(id(), '?preview=participant')} wide>
              {joinText.alreadyIn.preview}
            </ButtonLink>
          </Show>
        </Show>
      </div>
    </Card>
  )
}
