import { useNavigate } from '@solidjs/router'
import { createSignal, onMount, Show } from 'solid-js'
import type { ConfigBody, CreatedBody } from '../connection/bodies'
import { call } from '../connection/call'
import { CodeForm } from '../join/code-form'
import { MyWorkshops } from '../join/my-workshops'
import { homeText } from '../text/home'
import { refusalText } from '../text/refusals'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/layout'
import { createPageTitle } from '../ui/page-title'
import { showToast } from '../ui/toast'
import { workshopHref } from '../workshop/shell/preferred-view'
import styles from './home.module.css'
import { HomePicture } from './home-picture'
import { PageFrame } from './page-frame'

export function HomePage() {
  const navigate = useNavigate()
  const [opening, setOpening] = createSignal(false)
  const [keyNeeded, setKeyNeeded] = createSignal(false)
  createPageTitle(() => homeText.title)
  // a sample is a workshop: where making one takes a key, only the page that asks for it makes any
  const lookForKey = async () => {
    const called = await call<ConfigBody>('GET', '/api/config')
    if (called.ok) setKeyNeeded(called.body.creationKey)
  }
  onMount(() => void lookForKey())

  const trySample = async () => {
    setOpening(true)
    const called = await call<CreatedBody>('POST', '/api/sample', { body: {} })
    setOpening(false)
    if (called.ok) navigate(workshopHref(called.body.workshop.id, '?open=brief'))
    else showToast({ text: refusalText(called.refusal), kind: 'alert' })
  }
  return (
    <PageFrame width="wide" class={styles.home}>
      <div class={styles.opening}>
        <div class={styles.words}>
          <h1 tabindex="-1">{homeText.heading}</h1>
          <p class={styles.lead}>{homeText.lead}</p>
          <div class={styles.actions}>
            <ButtonLink href="/new" kind="main" tall>
              {homeText.newWorkshop}
            </ButtonLink>
            <Show when={!keyNeeded()}>
              <Button tall busy={opening()} aria-describedby="sample-hint" onClick={() => void trySample()}>
                {homeText.trySample}
              </Button>
            </Show>
          </div>
          <Show when={!keyNeeded()}>
            <p id="sample-hint" class={styles.hint}>
              {homeText.sampleHint}
            </p>
          </Show>
        </div>
        <HomePicture class={styles.picture} />
      </div>
      <div class={styles.below}>
        <Card as="section" aria-labelledby="join-heading" class={styles.join}>
          <h2 id="join-heading">{homeText.joinHeading}</h2>
          <CodeForm />
        </Card>
        <MyWorkshops />
      </div>
    </PageFrame>
  )
}
