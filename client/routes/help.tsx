import { helpPage } from '../text/pages'
import { ReadingPage } from './reading-page'

export function HelpPage() {
  return <ReadingPage text={helpPage} />
}
