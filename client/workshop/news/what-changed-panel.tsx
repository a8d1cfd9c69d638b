import { createMemo, For, type JSX, Show, untrack } from 'solid-js'
import { newsText as words } from '../../text/news'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/dialog'
import { announce } from '../../ui/live-region'
import { useAttention } from '../shell/attention'
import type { TurnAt } from '../shell/away-news'
import { type CanvasNews, useCanvasNews } from './create-news'
import type { ChangedAt } from './what-changed'
import styles from './what-changed.module.css'

/**
 * What others did since one looked, in sentences, each with the way there. It stands still while it is read: what comes
 * meanwhile is new again afterwards. Closed, it counts as read, but not by going to look at one of them.
 */
export function WhatChangedPanel(props: {
  onReadAloud: () => void
  /** Goes where a turn of the workshop is seen; an element that is to have focus there, unless the page takes it itself. */
  onGoTo: (turn: TurnAt) => HTMLElement | null | undefined
}) {
  const news = useCanvasNews()
  const attention = useAttention()
  type Told = ReturnType<CanvasNews['tell']>
  // the words stay as they are while the panel goes
  const told = createMemo<Told | undefined>((before) => (news?.panel.isOpen() ? untrack(news.tell) : before))
  let going: ChangedAt | TurnAt | undefined
  const close = () => {
    told()?.markRead()
    news?.panel.close()
  }
  const markRead = () => {
    close()
    announce(words.markedRead)
  }
  const go = (at: ChangedAt | TurnAt) => {
    going = at
    news?.panel.close()
  }
  /** Once the panel has let go of the focus. */
  const goNow = () => {
    const to = going
    going = undefined
    if (typeof to === 'string') return props.onGoTo(to)
    const canvasId = news?.canvasId()
    if (to && canvasId) attention.want({ canvasId, item: to, focus: true })
    return undefined
  }
  const readAloud = () => {
    news?.panel.close()
    props.onReadAloud()
  }
  return (
    <Sheet
      open={news?.panel.isOpen() ?? false}
      onClose={close}
      returnFocusTo={goNow}
      title={words.title}
      description={words.lead(told()?.count ?? 0, told()?.at ?? 0)}
      actions={
        <>
          <Button kind="quiet" onClick={readAloud}>
            {words.readAloud}
          </Button>
          <Show when={told()?.count}>
            <Button kind="main" onClick={markRead}>
              {words.markRead}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={told()?.count} fallback={<p class={styles.none}>{words.none}</p>}>
        <ul class={`plain-list ${styles.list}`} aria-label={words.list}>
          <For each={told()?.turns}>{(turn) => <ChangeLine change={turn} onShow={go} />}</For>
          <For each={told()?.changes}>{(change) => <ChangeLine change={change} onShow={go} />}</For>
        </ul>
      </Show>
    </Sheet>
  )
}

function ChangeLine<At extends ChangedAt | TurnAt>(props: {
  change: { text: string; at: At | null }
  onShow: (at: At) => void
}) {
  return (
    <Line
      act={
        <Show when={props.change.at}>
          {(at) => (
            <Button small aria-label={words.showNamed(props.change.text)} onClick={() => props.onShow(at())}>
              {words.show}
            </Button>
          )}
        </Show>
      }
    >
      {props.change.text}
    </Line>
  )
}

function Line(props: { act?: JSX.Element; children: JSX.Element }) {
  return (
    <li class={styles.line}>
      <p>{props.children}</p>
      {props.act}
    </li>
  )
}
