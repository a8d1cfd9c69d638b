import {
  type Accessor,
  createContext,
  createMemo,
  createSignal,
  on,
  onCleanup,
  type ParentProps,
  untrack,
  useContext,
} from 'solid-js'
import { type Ballot, mayVote, type OpenBallot } from '../../shared/domain/ballot'
import type { BallotId } from '../../shared/domain/ids'
import { type CallRefusal, call } from '../connection/call'
import type { Workshop } from '../workshop/contract'
import { useWorkshop } from '../workshop/workshop-context'
import { roomFor } from './terms'

export type Dots = Readonly<Record<string, number>>
export type VoteState = 'loading' | 'not-read' | 'none' | 'sending' | 'sent' | 'failed'

/** One's own vote on the ballot that is open: as it is on the screen, and how far that is with the server. */
export interface OwnVote {
  dots: Accessor<Dots>
  state: Accessor<VoteState>
  /** Why it has not arrived, or was not read. */
  refusal: Accessor<CallRefusal | undefined>
  /** The server has a dot of mine. */
  hasVoted: Accessor<boolean>
  change(item: string, by: 1 | -1): void
  /** Sends, or reads, once more. */
  again(): void
}

type Own = {
  /** Undefined where I have no vote: no ballot is open, or I am not among those who vote. */
  vote: Accessor<OwnVote | undefined>
  /** What I gave last came after that ballot had closed. */
  wasLate(ballot: BallotId): boolean
}

const Context = createContext<Own>()

export function useOwnVote(): Own {
  const own = useContext(Context)
  if (!own) throw new Error('used outside of an OwnVoteProvider')
  return own
}

/** Keeps my vote for every page of the workshop: what I chose stays when I look at something else. */
export function OwnVoteProvider(props: ParentProps) {
  const workshop = useWorkshop()
  const [late, setLate] = createSignal<string>()
  const open = () => openBallotIn(workshop.stage.ballots)
  const keyOf = (ballot: BallotId) => `${ballot}/${workshop.me().id}`
  const key = createMemo(() => {
    const ballot = open()
    return ballot && !workshop.me().preview && mayVote(ballot, workshop.me()) ? keyOf(ballot.id) : undefined
  })
  // one ballot, one person: at a device that is handed over nothing of the last one stays
  const vote = createMemo(
    on(key, (now) => {
      const ballot = open()
      return now !== undefined && ballot ? createVote(workshop, ballot, () => setLate(now)) : undefined
    }),
  )
  return (
    <Context.Provider value={{ vote, wasLate: (ballot) => late() === keyOf(ballot) }}>
      {props.children}
    </Context.Provider>
  )
}

export function openBallotIn(ballots: readonly Ballot[]): OpenBallot | undefined {
  return ballots.find((ballot): ballot is OpenBallot => ballot.is === 'open')
}

/** Every change is sent at once; what is changed while one is on its way goes after it, so the last one counts. */
function createVote(workshop: Workshop, ballot: OpenBallot, onLate: () => void): OwnVote {
  const { id, dots, most } = ballot
  const path = `/api/workshops/${workshop.id}/ballots/${id}/vote`
  const [chosen, setChosen] = createSignal<Dots>({})
  const [kept, setKept] = createSignal<Dots>()
  const [flying, setFlying] = createSignal(false)
  const [refusal, setRefusal] = createSignal<CallRefusal>()
  let gone = false

  const read = async () => {
    setRefusal(undefined)
    const called = await call<{ dots: Dots }>('GET', path)
    if (gone) return
    if (called.ok) {
      setKept(called.body.dots)
      setChosen(called.body.dots)
    } else setRefusal(called.refusal)
  }
  const send = async () => {
    if (untrack(flying)) return
    setFlying(true)
    setRefusal(undefined)
    for (;;) {
      const given = untrack(chosen)
      const called = await call<{ dots: Dots }>('PUT', path, { body: { dots: given } })
      if (!called.ok && called.refusal === 'ballot-closed') onLate()
      if (gone) return
      if (called.ok) setKept(given)
      else setRefusal(called.refusal)
      if (!called.ok || untrack(chosen) === given) break
    }
    setFlying(false)
  }
  const state = createMemo((): VoteState => {
    const now = kept()
    if (!now) return refusal() ? 'not-read' : 'loading'
    if (flying()) return 'sending'
    if (refusal()) return 'failed'
    return Object.values(now).some((count) => count > 0) ? 'sent' : 'none'
  })
  onCleanup(() => {
    gone = true
    const isClosed = workshop.stage.ballots.some((one) => one.id === id && one.is === 'closed')
    if (isClosed && untrack(state) === 'failed') onLate()
  })
  void read()
  return {
    dots: chosen,
    state,
    refusal,
    hasVoted: () => Object.values(kept() ?? {}).some((count) => count > 0),
    change(item, by) {
      const now = untrack(chosen)
      const count = (now[item] ?? 0) + by
      if (!untrack(kept) || count < 0 || (by > 0 && roomFor({ dots, most }, now, item) !== 'some')) return
      setChosen({ ...now, [item]: count })
      void send()
    },
    again: () => void (untrack(kept) ? send() : read()),
  }
}
