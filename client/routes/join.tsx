import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js'
import type { JoinedBody, LookBody } from '../connection/bodies'
import { type CallRefusal, call } from '../connection/call'
import { beginWith } from '../connection/workshop-page'
import { AlreadyIn } from '../join/already-in'
import { CodeForm } from '../join/code-form'
import { JoinForm } from '../join/join-form'
import type { LinkChoice } from '../join/link'
import { LinkTrouble, troubleWords } from '../join/link-trouble'
import { OwnDevice } from '../join/own-device'
import { WaitingRoom } from '../join/waiting-room'
import { joinText } from '../text/join'
import { shellText } from '../text/shell'
import { Banner } from '../ui/badge'
import { Card } from '../ui/layout'
import { createPageTitle } from '../ui/page-title'
import { Loading } from '../ui/progress'
import { PageHeader } from '../ui/shell'
import { workshopHref } from '../workshop/shell/preferred-view'
import { PageFrame } from './page-frame'
import { fetchWorkshopAhead } from './workshop-ahead'

type Look =
  | { is: 'none' }
  | { is: 'looking' }
  | { is: 'found'; look: LookBody }
  | { is: 'trouble'; refusal: CallRefusal; workshopId: string | undefined }

/** `/join`, `/join?code=…` and `/join/<token>`. Opening any of them only looks; joining is a press of a button. */
export function JoinPage() {
  const params = useParams<{ token?: string }>()
  const [search, setSearch] = useSearchParams<{ code?: string; waiting?: string }>()
  const navigate = useNavigate()
  const [state, setState] = createSignal<Look>({ is: 'none' })

  const link = (): LinkChoice | undefined => {
    if (params.token) return { token: params.token }
    return search.code ? { code: search.code } : undefined
  }
  const look = async () => {
    const asked = link()
    if (!asked) {
      setState({ is: 'none' })
      return
    }
    setState({ is: 'looking' })
    const called = await call<LookBody>('POST', '/api/join/look', { body: asked })
    if (called.ok) setState({ is: 'found', look: called.body })
    else setState({ is: 'trouble', refusal: called.refusal, workshopId: workshopIn(called.detail) })
  }
  createEffect(on([() => params.token, () => search.code], () => void look()))

  const joined = (body: JoinedBody) => {
    if ('waiting' in body) setSearch({ waiting: body.workshopId }, { replace: true })
    else {
      beginWith(body)
      navigate(workshopHref(body.workshop.id, isOwnDevice() ? '' : '?open=brief'), { replace: true })
    }
  }
  const found = () => {
    const now = state()
    return now.is === 'found' ? now.look : undefined
  }
  const trouble = () => {
    const now = state()
    return now.is === 'trouble' ? now : undefined
  }
  // who goes on on another device has read the brief
  const isOwnDevice = () => found()?.link.kind !== 'join'
  const byCode = () => params.token === undefined
  createPageTitle(() => {
    const now = trouble()
    if (now) return troubleWords(now.refusal, byCode()).title
    const title = found()?.workshop.title
    return title === undefined ? joinText.enterTitle : joinText.title(title)
  })

  return (
    <PageFrame width="narrow">
      <Switch>
        <Match when={search.waiting}>
          {(workshopId) => (
            <>
              <WorkshopHeader look={found()} />
              <WaitingRoom
                workshopId={workshopId()}
                workshop={found()?.workshop}
                onIn={() => navigate(workshopHref(workshopId(), '?open=brief'), { replace: true })}
                onAskAgain={() => {
                  setSearch({ waiting: undefined }, { replace: true })
                  void look()
                }}
              />
            </>
          )}
        </Match>
        <Match when={state().is === 'none'}>
          <PageHeader title={joinText.enterTitle} lead={joinText.enterLead} />
          <Card>
            <CodeForm />
          </Card>
        </Match>
        <Match when={state().is === 'looking'}>
          <Loading label={joinText.looking} />
        </Match>
        <Match when={trouble()}>
          {(now) => (
            <LinkTrouble
              refusal={now().refusal}
              workshopId={now().workshopId}
              byCode={byCode()}
              onAgain={() => void look()}
            />
          )}
        </Match>
        <Match when={found()}>{(body) => <Found look={body()} link={link()} onJoined={joined} />}</Match>
      </Switch>
    </PageFrame>
  )
}

/** A link that leads nowhere, opened by somebody who is in: the server says where. */
function workshopIn(detail: Record<string, unknown>): string | undefined {
  return typeof detail.workshopId === 'string' ? detail.workshopId : undefined
}

function Found(props: { look: LookBody; link: LinkChoice | undefined; onJoined: (joined: JoinedBody) => void }) {
  return (
    <Switch>
      <Match when={props.look.already}>
        {(member) => (
          <>
            <WorkshopHeader look={props.look} />
            <AlreadyIn look={props.look} member={member()} />
          </>
        )}
      </Match>
      <Match when={props.look.ended}>
        <PageHeader title={joinText.ended.title} lead={joinText.ended.lead} />
      </Match>
      <Match when={props.link}>
        {(link) => (
          <>
            <WorkshopHeader look={props.look} />
            <Show
              when={props.look.link.kind === 'join'}
              fallback={<OwnDevice link={link()} look={props.look} onJoined={props.onJoined} />}
            >
              <JoinForm link={link()} look={props.look} onJoined={props.onJoined} onFilling={fetchWorkshopAhead} />
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

function WorkshopHeader(props: { look: LookBody | undefined }) {
  const banner = () => shellText.banner[props.look?.workshop.banner ?? 'none']
  const lead = () => {
    const workshop = props.look?.workshop
    if (!workshop) return ''
    return [workshop.purpose, workshop.runBy && joinText.runBy(workshop.runBy)].filter(Boolean).join(' ')
  }
  return (
    <Show when={props.look}>
      {(look) => (
        <PageHeader
          above={
            <Show when={banner()}>
              <Banner>{banner()}</Banner>
            </Show>
          }
          title={look().workshop.title}
          lead={lead()}
        />
      )}
    </Show>
  )
}
