import { shellText } from '../text/shell'
import { ButtonLink } from '../ui/button'
import { createPageTitle } from '../ui/page-title'
import { PageHeader } from '../ui/shell'
import { PageFrame } from './page-frame'

export function NotFoundPage() {
  createPageTitle(() => shellText.notFound.title)
  return (
    <PageFrame>
      <PageHeader title={shellText.notFound.title} lead={shellText.notFound.lead} />
      <div>
        <ButtonLink href="/" kind="main">
          {shellText.notFound.home}
        </ButtonLink>
      </div>
    </PageFrame>
  )
}
