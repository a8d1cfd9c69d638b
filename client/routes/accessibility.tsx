import { accessibilityPage } from '../text/pages'
import { ReadingPage } from './reading-page'

export function AccessibilityPage() {
  return <ReadingPage text={accessibilityPage} />
}
