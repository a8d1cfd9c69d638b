import Monitor from 'lucide-solid/icons/monitor'
import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import { sideName } from '../../shared/domain/side'
import type { ShareLink } from '../../shared/protocol/http'
import type { ConfigBody } from '../connection/bodies'
import { call } from '../connection/call'
import { facilitationText } from '../text/facilitation'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { ConfirmDialog, Sheet } from '../ui/dialog'
import { Disclosure } from '../ui/disclosure'
import { InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { JoinQr, spokenCode, typedAddress } from '../workshop/shell/join-qr'
import { useWorkshop } from '../workshop/workshop-context'
import { BigScreen } from './big-screen'
import { ReachNotice } from './reach-notice'
import styles from './share-panel.module.css'

const words = facilitationText.share

type Loaded = { links: ShareLink[]; config: ConfigBody | undefined }

/** Everything that lets people in. First and largest what is for everyone; one's own way back kept apart at the end. */
export function SharePanel(props: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={props.open} onClose={props.onClose} title={words.title} description={words.lead} size="large">
      <ShareLinks />
    </Sheet>
  )
}

/** The inside of the panel: loads the links when it is opened, so that what others replaced meanwhile is right. */
export function ShareLinks() {
  const workshop = useWorkshop()
  const [loaded, setLoaded] = createSignal<Loaded>()
  const [failed, setFailed] = createSignal(false)
  const [replacing, setReplacing] = createSignal<ShareLink>()
  const [bigScreen, setBigScreen] = createSignal(false)
  const command = createCommand()

  const load = async () => {
    setFailed(false)
    const [links, config] = await Promise.all([
      call<{ links: ShareLink[] }>('GET', `/api/workshops/${workshop.id}/links`),
      call<ConfigBody>('GET', '/api/config'),
    ])
    if (links.ok) setLoaded({ links: links.body.links, config: config.ok ? config.body : undefined })
    else setFailed(true)
  }
  onMount(() => void load())

  const replace = async (link: ShareLink) => {
    const called = await command.run<{ link: ShareLink }>(`links/${link.id}/replace`)
    setReplacing(undefined)
    if (!called.ok) return
    showToast({ text: words.replaced })
    await load()
  }
  const everyone = () => loaded()?.links.find((link) => link.key === 'everyone')
  const own = () => loaded()?.links.find((link) => link.key === 'return')
  const others = () => loaded()?.links.filter((link) => link.key !== 'everyone' && link.key !== 'return') ?? []

  return (
    <>
      <Switch fallback={<Loading label="" />}>
        <Match when={failed()}>
          <InlineNotice tone="warn" actions={<Button onClick={() => void load()}>{words.again}</Button>}>
            {words.failed}
          </InlineNotice>
        </Match>
        <Match when={loaded()}>
          {(now) => (
            <>
              <Show when={now().config?.reach === 'this-computer'}>
                <ReachNotice addresses={now().config?.addresses ?? []} />
              </Show>
              <Show when={everyone()}>
                {(link) => (
                  <ForEveryone
                    link={link()}
                    onBigScreen={() => setBigScreen(true)}
                    onReplace={() => setReplacing(link())}
                  />
                )}
              </Show>
              <section class={styles.part}>
                <h3>{words.more}</h3>
                <p class={styles.quiet}>{words.moreLead}</p>
                <ul class={`plain-list ${styles.links}`}>
                  <For each={others()}>{(link) => <OtherLink link={link} onReplace={() => setReplacing(link)} />}</For>
                </ul>
              </section>
              <Show when={own()}>{(link) => <OwnLink link={link()} onReplace={() => setReplacing(link())} />}</Show>
            </>
          )}
        </Match>
      </Switch>
      <ConfirmDialog
        open={replacing() !== undefined}
        title={words.replaceTitle(words.names[replacing()?.key ?? 'everyone'])}
        description={words.replaceText}
        confirmLabel={words.replaceConfirm}
        busy={command.busy()}
        onCancel={() => setReplacing(undefined)}
        onConfirm={() => {
          const link = replacing()
          if (link) void replace(link)
        }}
      />
      <Show when={bigScreen() && everyone()}>
        {(link) => (
          <BigScreen link={link()} title={workshop.stage.workshop?.title ?? ''} onClose={() => setBigScreen(false)} />
        )}
      </Show>
    </>
  )
}

function ForEveryone(props: { link: ShareLink; onBigScreen: () => void; onReplace: () => void }) {
  const workshop = useWorkshop()
  return (
    <section class={styles.everyone}>
      <JoinQr class={styles.qr} url={props.link.url} label={words.qr(workshop.stage.workshop?.title ?? '')} />
      <div class={styles.ways}>
        <div>
          <h3>{words.everyone}</h3>
          <p class={styles.quiet}>{words.everyoneLead}</p>
        </div>
        <div>
          <p class={styles.label}>{words.codeLabel}</p>
          <p class={styles.code}>{spokenCode(props.link.code)}</p>
          <p class={styles.quiet}>{words.at(typedAddress(props.link.url))}</p>
        </div>
        <p class={styles.url}>{props.link.url}</p>
        <div class={styles.buttons}>
          <CopyButton kind="main" text={props.link.url} label={words.copyLink} />
          <Button icon={<Monitor />} onClick={() => props.onBigScreen()}>
            {words.bigScreen}
          </Button>
          <Button kind="quiet" aria-label={words.replaceName(words.everyone)} onClick={() => props.onReplace()}>
            {words.replace}
          </Button>
        </div>
      </div>
    </section>
  )
}

function OtherLink(props: { link: ShareLink; onReplace: () => void }) {
  const workshop = useWorkshop()
  const name = () => {
    const { side, key } = props.link
    const sides = workshop.stage.workshop?.sides
    return side && sides ? sideName(side, sides) : words.names[key]
  }
  const lead = () => {
    if (props.link.role === 'observer') return words.observerLead
    return props.link.role === 'facilitator' ? words.coFacilitatorLead : words.sideLead(name())
  }
  return (
    <li class={styles.link}>
      <div class={styles.linkText}>
        <p class={styles.linkName}>{name()}</p>
        <p class={styles.quiet}>
          {lead()} · {spokenCode(props.link.code)}
        </p>
      </div>
      <CopyButton small text={props.link.url} label={words.copyLink} name={words.copyName(name())} />
      <Button small kind="quiet" aria-label={words.replaceName(name())} onClick={() => props.onReplace()}>
        {words.replace}
      </Button>
    </li>
  )
}

function OwnLink(props: { link: ShareLink; onReplace: () => void }) {
  return (
    <section class={styles.part}>
      <h3>{words.own}</h3>
      <p class={styles.quiet}>{words.ownLead}</p>
      <Disclosure label={words.ownShow}>
        <div class={styles.own}>
          <p class={styles.url}>{props.link.url}</p>
          <div class={styles.buttons}>
            <CopyButton text={props.link.url} label={words.copyLink} name={words.copyName(words.names.return)} />
            <Button kind="quiet" aria-label={words.replaceName(words.names.return)} onClick={() => props.onReplace()}>
              {words.replace}
            </Button>
          </div>
        </div>
      </Disclosure>
    </section>
  )
}
