import { Match, Show, Switch } from 'solid-js'
import type { CopyId } from '../../shared/domain/ids'
import { copiesText as words } from '../text/copies'
import { Button } from '../ui/button'
import { EmptyState, InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import { PageHeader, ViewColumn } from '../ui/shell'
import { useWorkshop } from '../workshop/workshop-context'
import { createCopiesKnown } from './copies-known'
import { CopyList } from './copy-list'
import { CopyPage } from './copy-page'
import type { Picture } from './picture'

/** Canvases as they were at the end of each step: all of them, or the one that the address names. */
export function CopiesView(props: { copyId: CopyId | undefined; picture: Picture }) {
  const workshop = useWorkshop()
  const facilitates = () => workshop.me().role === 'facilitator' && !workshop.me().preview
  return (
    <Show
      when={facilitates()}
      fallback={
        <ViewColumn width="rows">
          <PageHeader title={words.title} />
          <EmptyState title={words.onlyFacilitators}>{words.onlyFacilitatorsText}</EmptyState>
        </ViewColumn>
      }
    >
      <Copies {...props} />
    </Show>
  )
}

function Copies(props: { copyId: CopyId | undefined; picture: Picture }) {
  const known = createCopiesKnown()
  const answered = () => {
    const answer = known.answer()
    return answer?.ok ? answer.body : undefined
  }
  const chosen = () => answered()?.copies.find(({ id }) => id === props.copyId)
  return (
    <Switch
      fallback={
        <ViewColumn width="rows">
          <Loading label={words.loading} />
        </ViewColumn>
      }
    >
      <Match when={known.answer()?.ok === false}>
        <ViewColumn width="rows">
          <PageHeader title={words.title} />
          <InlineNotice
            tone="danger"
            live="polite"
            actions={
              <Button small onClick={known.again}>
                {words.again}
              </Button>
            }
          >
            {words.failed}
          </InlineNotice>
        </ViewColumn>
      </Match>
      <Match when={props.copyId !== undefined && answered()}>
        <Show when={chosen()?.id} keyed fallback={<Gone />}>
          {/* keyed by its id: what is learnt of it meanwhile must not close it */}
          {(_id) => <Show when={chosen()}>{(copy) => <CopyPage copy={copy()} picture={props.picture} />}</Show>}
        </Show>
      </Match>
      <Match when={answered()}>{(body) => <CopyList copies={body().copies} pending={body().pending} />}</Match>
    </Switch>
  )
}

function Gone() {
  const workshop = useWorkshop()
  return (
    <ViewColumn width="rows">
      <PageHeader title={words.gone} lead={words.goneText} />
      <p>
        <a href={`/w/${workshop.id}/copies`}>{words.all}</a>
      </p>
    </ViewColumn>
  )
}
