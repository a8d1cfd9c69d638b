import Lock from 'lucide-solid/icons/lock'
import { outlineText } from '../text/outline'
import styles from './outline.module.css'

export function LockMark() {
  return (
    <span class={styles.lockMark}>
      <Lock aria-hidden="true" />
      {outlineText.lock.mark}
    </span>
  )
}
