import { Loading } from '../ui/progress'
import styles from './loading-page.module.css'

/** In the middle of the window while a page is on its way. */
export function LoadingPage(props: { label: string }) {
  return (
    <div class={styles.middle}>
      <Loading label={props.label} />
    </div>
  )
}
