import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { ShareLink } from '../../shared/protocol/http'
import { call } from '../connection/call'
import { useWorkshop } from '../workshop/workshop-context'

/** A link may be replaced in the share panel, of which nobody is told: looked at again so often. */
const LOOKED_AT_MS = 20_000

/** The link for everyone, on a facilitator's device and while people can come in; undefined otherwise. */
export function createEveryoneLink(): Accessor<ShareLink | undefined> {
  const workshop = useWorkshop()
  const [link, setLink] = createSignal<ShareLink>()
  // the page is opened as an observer's: what this person really is, says the list of people
  const mayRead = () => workshop.member(workshop.me().id)?.role === 'facilitator'
  const canJoin = () => workshop.stage.workshop?.door === 'open' && workshop.stage.workshop.endedAt === null

  const load = async () => {
    const called = await call<{ links: ShareLink[] }>('GET', `/api/workshops/${workshop.id}/links`)
    if (called.ok) setLink(called.body.links.find((one) => one.key === 'everyone'))
  }
  createEffect(() => {
    if (!mayRead()) return
    void load()
    const timer = setInterval(() => void load(), LOOKED_AT_MS)
    onCleanup(() => clearInterval(timer))
  })
  return () => (mayRead() && canJoin() ? link() : undefined)
}
