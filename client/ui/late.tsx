import { type Component, createMemo, createSignal, type JSX } from 'solid-js'
import { createComponent } from 'solid-js/web'

export type Late<Props extends object> = Component<Props> & { preload: () => Promise<void> }

/**
 * A component whose code comes when it is first shown or asked for; meanwhile `waiting` is there. What fails to load is
 * thrown where it is shown, and tried again when it is shown again.
 *
 * Not `lazy` in a `Suspense`: where there is a Suspense, Solid turns every navigation into a transition, and one that
 * begins while others' changes come in may never end. The link was pressed, and the page stayed.
 */
export function late<Props extends object>(
  load: () => Promise<Component<Props>>,
  waiting: () => JSX.Element,
): Late<Props> {
  const [state, setState] = createSignal<{ loaded: Component<Props> } | { failed: unknown }>()
  let loading: Promise<void> | undefined
  const preload = () => {
    loading ??= load().then(
      (loaded) => void setState({ loaded }),
      (failed) => {
        loading = undefined
        setState({ failed })
      },
    )
    return loading
  }
  const View = (props: Props) => {
    if (!loading) setState(undefined)
    void preload()
    return createMemo(() => {
      const now = state()
      if (!now) return waiting()
      if ('failed' in now) throw now.failed
      return createComponent(now.loaded, props)
    }) as unknown as JSX.Element
  }
  return Object.assign(View, { preload })
}
