import { For, Show } from 'solid-js'
import type { ClusterView } from '../../shared/domain/canvas-view'
import { CLUSTER_KINDS, type ClusterKind } from '../../shared/domain/cluster'
import { attentionText } from '../text/attention'
import { outlineText } from '../text/outline'
import { Menu, MenuItem, MenuRadio, MenuRadioGroup, MenuSeparator } from '../ui/menu'
import { createBringing } from '../workshop/shell/bringing'
import {
  canStepCluster,
  changeKind,
  foldOnBoard,
  removeHeading,
  rename,
  setLocked,
  stepCluster,
} from './cluster-actions'
import { useOutline } from './outline-context'
import { titleOf } from './places'

const words = outlineText.cluster

/** Everything that can be done with a cluster. */
export function ClusterMenu(props: { cluster: ClusterView }) {
  const outline = useOutline()
  const bringing = createBringing()
  const id = () => props.cluster.id
  const later = (act: () => void) => () => {
    // Once the menu is gone: what opens next takes focus for itself.
    setTimeout(act)
  }
  return (
    <Menu
      kind="quiet"
      small
      plain
      placement="bottom-end"
      label={words.more}
      name={words.moreNamed(titleOf(props.cluster))}
    >
      <MenuItem onSelect={later(() => rename(outline, id()))}>{words.rename}</MenuItem>
      <Show when={outline.may('add-note')}>
        <MenuItem onSelect={later(() => outline.writeInto(id()))}>{words.addHere}</MenuItem>
      </Show>
      <Show when={props.cluster.kind === 'proposal'}>
        <MenuItem onSelect={later(() => outline.show({ is: 'link', id: id() }))}>{words.link}</MenuItem>
      </Show>
      <Show when={props.cluster.notes.length > 1}>
        <MenuItem onSelect={later(() => outline.show({ is: 'split', id: id() }))}>{words.splitInto}</MenuItem>
      </Show>
      <Show when={props.cluster.notes.length > 0}>
        <MenuItem onSelect={() => foldOnBoard(outline, [id()], !props.cluster.folded)}>
          {props.cluster.folded ? words.unfold : words.fold}
        </MenuItem>
      </Show>
      <MenuSeparator />
      <MenuRadioGroup
        label={words.kindIs}
        value={props.cluster.kind}
        onValue={(kind) => changeKind(outline, id(), kind as ClusterKind)}
      >
        <For each={CLUSTER_KINDS}>{(kind) => <MenuRadio value={kind}>{outlineText.kind[kind]}</MenuRadio>}</For>
      </MenuRadioGroup>
      <MenuSeparator />
      <Show when={canStepCluster(outline, id(), -1)}>
        <MenuItem onSelect={() => stepCluster(outline, id(), -1)}>{words.up}</MenuItem>
      </Show>
      <Show when={canStepCluster(outline, id(), 1)}>
        <MenuItem onSelect={() => stepCluster(outline, id(), 1)}>{words.down}</MenuItem>
      </Show>
      <MenuItem onSelect={later(() => outline.show({ is: 'move-cluster', id: id() }))}>{words.moveTo}</MenuItem>
      <MenuItem onSelect={later(() => outline.show({ is: 'merge', ids: [id()] }))}>{words.merge}</MenuItem>
      <Show when={bringing.may()}>
        <MenuItem
          disabled={bringing.waits() !== undefined}
          detail={bringing.waits()}
          onSelect={() => void bringing.toItem(outline.canvas.id, { is: 'cluster', id: id() })}
        >
          {attentionText.bring}
        </MenuItem>
      </Show>
      <Show when={outline.may('lock-items')}>
        <MenuItem onSelect={() => setLocked(outline, [{ is: 'cluster', id: id() }], !props.cluster.locked)}>
          {props.cluster.locked ? outlineText.lock.unlock : outlineText.lock.lock}
        </MenuItem>
      </Show>
      <MenuSeparator />
      <MenuItem danger detail={words.removeDetail} onSelect={later(() => removeHeading(outline, id()))}>
        {words.remove}
      </MenuItem>
    </Menu>
  )
}
