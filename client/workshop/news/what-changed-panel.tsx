import { createMemo, For, type JSX, Show, untrack } from 'solid-js'
import { newsText as words } from '../../text/news'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/dialog'
import { announce } from '../../ui/live-region'
import { useAttention } from '../shell/attention'
import { type CanvasNews, useCanvasNews } from './create-news'
import type { Change, ChangedAt } from './what-changed'
import styles from './what-changed.module.css'

/**
 * What others did since one looked, in sentences, each with the way there. It stands still while it is read: what comes
 * meanwhile is new again afterwards. Closed, it counts as read, but not by going to look at one of them.
 */
export function WhatChangedPanel(props: { onReadAloud: () => void }) {
  const news = useCanvasNews()
  const attention = useAttention()
  type Told = ReturnType<CanvasNews['tell']>
  // the words stay as they are while the panel goes
  const told = createMemo<Told | undefined>((before) => (news?.panel.isOpen() ? untrack(news.tell) : before))
  let going: ChangedAt | undefined
  const close = () => {
    told()?.markRead()
    news?.panel.close()
  }
  const markRead = () => {
    close()
    announce(words.markedRead)
  }
  const go = (at: ChangedAt) => {
    going = at
    news?.panel.close()
  }
  /** Once the panel has let go of the focus. */
  const goNow = () => {
    const canvasId = news?.canvasId()
    if (going && canvasId) attention.want({ canvasId, item: going, focus: true })
    going = undefined
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
          <For each={told()?.turns}>{(text) => <Line>{text}</Line>}</For>
          <For each={told()?.changes}>{(change) => <ChangeLine change={change} onShow={go} />}</For>
        </ul>
      </Show>
    </Sheet>
  )
}

function ChangeLine(props: { change: Change; onShow: (at: ChangedAt) => void }) {
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
