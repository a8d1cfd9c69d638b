import type { JSX } from 'solid-js'
import type { Side, SideNames } from '../../../shared/domain/side'
import { sideName } from '../../../shared/domain/side'
import { sidesText } from '../../text/sides'
import { RadioCards } from '../../ui/choice'
import { SideMark } from '../../ui/mark'

type Choice = Side | 'none'

/** The sides as cards, each with its shape, name and colour. `undefined`: nothing chosen yet; `null`: chose no side. */
export function SideCards(props: {
  id?: string
  label?: JSX.Element
  hint?: JSX.Element
  sides: SideNames
  /** For who runs the workshop: they may stand on no side. */
  noneOffered: boolean
  value: Side | null | undefined
  error?: string
  columns?: boolean | 'pairs'
  onValue: (side: Side | null) => void
}) {
  const options = () => {
    const sides: { value: Choice; label: JSX.Element; detail?: string }[] = [
      { value: 'central', label: <SideMark side="central" label={sideName('central', props.sides)} /> },
      { value: 'local', label: <SideMark side="local" label={sideName('local', props.sides)} /> },
      { value: 'other', label: <SideMark side="other" label={sidesText.other} />, detail: sidesText.otherDetail },
    ]
    if (props.noneOffered)
      sides.push({
        value: 'none',
        label: <SideMark side={null} label={sidesText.none} />,
        detail: sidesText.noneDetail,
      })
    return sides
  }
  return (
    <RadioCards
      id={props.id}
      label={props.label ?? sidesText.which}
      hint={props.hint}
      options={options()}
      columns={props.columns}
      error={props.error}
      value={props.value === null ? 'none' : props.value}
      onValue={(choice) => props.onValue(choice === 'none' ? null : choice)}
    />
  )
}
