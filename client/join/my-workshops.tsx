import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, For, onMount, Show } from 'solid-js'
import type { MeBody, Membership } from '../connection/bodies'
import { call } from '../connection/call'
import { dateText } from '../text/dates'
import { homeText } from '../text/home'
import { shellText } from '../text/shell'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Card } from '../ui/layout'
import { InlineNotice } from '../ui/notice'
import { workshopHref } from '../workshop/shell/preferred-view'
import styles from './my-workshops.module.css'

/** The workshops that this browser's session is a member of, latest first. */
export function MyWorkshops() {
  const [memberships, setMemberships] = createSignal<Membership[]>()
  const [failed, setFailed] = createSignal(false)

  const load = async () => {
    setFailed(false)
    const called = await call<MeBody>('GET', '/api/me')
    if (called.ok) setMemberships([...called.body.memberships].sort((a, b) => b.joinedAt - a.joinedAt))
    else if (called.refusal === 'session-missing') setMemberships([])
    else setFailed(true)
  }
  onMount(() => void load())

  return (
    <section aria-labelledby="yours" class={styles.yours}>
      <h2 id="yours">{homeText.yoursHeading}</h2>
      <Show when={failed()}>
        <InlineNotice tone="warn" live="polite" actions={<Button onClick={() => void load()}>{homeText.again}</Button>}>
          {homeText.listFailed}
        </InlineNotice>
      </Show>
      <Show when={memberships()?.length === 0}>
        <p class={styles.none}>{homeText.noneYet}</p>
      </Show>
      <Show when={memberships()?.length}>
        <Card as="ul" flush class="plain-list">
          <For each={memberships()}>{(membership) => <MyWorkshop membership={membership} />}</For>
        </Card>
      </Show>
    </section>
  )
}

function MyWorkshop(props: { membership: Membership }) {
  const ended = () => props.membership.workshop.endedAt
  const id = () => props.membership.workshop.id
  return (
    <li class={styles.one}>
      <a class={styles.link} href={ended() === null ? workshopHref(id()) : `/w/${id()}/record`}>
        <span class={styles.title}>{props.membership.workshop.title}</span>
        <span class={styles.detail}>
          {shellText.role[props.membership.member.role]}
          {' · '}
          <Show when={ended()} fallback={homeText.joinedOn(dateText(props.membership.joinedAt))}>
            {(at) => homeText.endedOn(dateText(at()))}
          </Show>
        </span>
        <Show when={ended() !== null}>
          <Badge class={styles.record}>{homeText.record}</Badge>
        </Show>
        <ChevronRight aria-hidden="true" class={styles.arrow} />
      </a>
    </li>
  )
}
