import { type JSX, Show } from 'solid-js'
import { currentStep } from '../../../shared/domain/agenda'
import { shellText } from '../../text/shell'
import { workshopShellText } from '../../text/workshop-shell'
import { Banner } from '../../ui/badge'
import { Button } from '../../ui/button'
import { SegmentedSwitch } from '../../ui/segmented-switch'
import { AppBar, HelpLink } from '../../ui/shell'
import { SavedStatus } from '../saved-status'
import { useWorkshop } from '../workshop-context'
import styles from './header.module.css'
import { NowTitle } from './now-title'
import { TimerClock } from './timer'
import type { ViewLink } from './views'

export type HeaderProps = {
  /** After the end, where no step heads what is on the page. */
  heads?: boolean
  views: readonly ViewLink[]
  onBrief: () => void
  onPeople: () => void
  /** On the board, where there is no room in the page: *What changed*. */
  news?: JSX.Element
  /** The facilitator's *Share*. */
  share?: JSX.Element
  menu: JSX.Element
}

/** The bar over every page of a workshop: what it is, the views of it, who is here, whether it is saved. */
export function WorkshopHeader(props: HeaderProps) {
  const workshop = useWorkshop()
  const banner = () => shellText.banner[workshop.stage.workshop?.banner ?? 'none']
  const here = () => workshop.here().length
  return (
    <AppBar
      class={styles.header}
      homeLabel={shellText.brandHome}
      title={workshop.stage.workshop?.title}
      heads={props.heads}
      end={
        <>
          <SegmentedSwitch label={workshopShellText.views} items={props.views} />
          <Button small aria-label={workshopShellText.peopleHere(here())} onClick={() => props.onPeople()}>
            {workshopShellText.here(here())}
          </Button>
          <SavedStatus />
          {props.share}
          {props.menu}
          <HelpLink label={shellText.help} />
        </>
      }
    >
      <Show when={banner()}>
        <Banner>{banner()}</Banner>
      </Show>
      <Button small kind="quiet" onClick={() => props.onBrief()}>
        {workshopShellText.brief}
      </Button>
      {props.news}
    </AppBar>
  )
}

/** On a phone: what to do, how long, whether it is saved, and a menu for everything else. */
export function CompactHeader(props: { menu: JSX.Element; title: string | undefined; heads: boolean }) {
  const workshop = useWorkshop()
  const running = () => currentStep(workshop.stage.stage)
  return (
    <AppBar
      class={styles.compact}
      brandHidden
      end={
        <>
          <SavedStatus />
          {props.menu}
        </>
      }
    >
      <NowTitle class={styles.compactTitle} heads={props.heads}>
        {props.title}
      </NowTitle>
      <Show when={running()}>
        <TimerClock small />
      </Show>
    </AppBar>
  )
}
