import { onCleanup } from 'solid-js'
import { Loading } from '../ui/progress'
import styles from './loading-page.module.css'
import { pageCame } from './page-start'

/** In the middle of the window while a page is on its way. */
export function LoadingPage(props: { label: string }) {
  onCleanup(pageCame)
  return (
    <div class={styles.middle}>
      <Loading label={props.label} />
    </div>
  )
}
