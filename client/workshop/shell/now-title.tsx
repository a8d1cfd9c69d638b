import type { ParentProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'

/** [L50] What to do now, once on the page: its heading where the page below has none of its own. */
export function NowTitle(props: ParentProps<{ heads: boolean; class?: string }>) {
  return (
    <Dynamic component={props.heads ? 'h1' : 'p'} id="step" tabindex="-1" class={props.class} dir="auto">
      {props.children}
    </Dynamic>
  )
}
