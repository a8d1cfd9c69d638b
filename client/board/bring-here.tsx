import ScanEye from 'lucide-solid/icons/scan-eye'
import { Show } from 'solid-js'
import { attentionText } from '../text/attention'
import { Button } from '../ui/button'
import type { SpotlightItem } from '../workshop/shell/attention'
import { createBringing } from '../workshop/shell/bringing'
import type { Board } from './create-board'

/** A facilitator brings everybody to what is selected. */
export function BringHere(props: { board: Board; item: SpotlightItem }) {
  const bringing = createBringing()
  return (
    <Show when={bringing.may()}>
      <Button
        start
        wide
        icon={<ScanEye />}
        aria-disabled={bringing.waits() ? 'true' : undefined}
        title={bringing.waits()}
        onClick={() => bringing.waits() === undefined && void bringing.toItem(props.board.canvas.id, { ...props.item })}
      >
        {attentionText.bring}
      </Button>
    </Show>
  )
}
