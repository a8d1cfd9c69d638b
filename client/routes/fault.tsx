import { shellText } from '../text/shell'
import { Button } from '../ui/button'
import { createPageTitle } from '../ui/page-title'
import { PageHeader } from '../ui/shell'
import { PageFrame } from './page-frame'

/** What is shown when a page could not go on. Reloading starts it afresh; what was saved is on the server. */
export function FaultPage(props: { again: () => void }) {
  createPageTitle(() => shellText.fault.title)
  const reload = () => {
    props.again()
    window.location.reload()
  }
  return (
    <PageFrame>
      <PageHeader title={shellText.fault.title} lead={shellText.fault.lead} />
      <div>
        <Button kind="main" onClick={reload}>
          {shellText.fault.reload}
        </Button>
      </div>
    </PageFrame>
  )
}
