import { privacyPage } from '../text/pages'
import { ReadingPage } from './reading-page'

export function PrivacyPage() {
  return <ReadingPage text={privacyPage} />
}
