import MousePointer from 'lucide-solid/icons/mouse-pointer-2'
import Search from 'lucide-solid/icons/search'
import StickyNote from 'lucide-solid/icons/sticky-note'
import Undo from 'lucide-solid/icons/undo-2'
import { Button } from '../button'
import { Card, Row } from '../layout'
import { SideMark } from '../mark'
import { SidePanel } from '../side-panel'
import { Facts, TableFrame } from '../table-frame'
import { ToolButton, Toolbar, ToolSeparator } from '../toolbar'

export function ToolSamples() {
  return (
    <Card as="section">
      <h2>Tools and tables</h2>
      <Row>
        <Toolbar label="Tools">
          <ToolButton label="Select" icon={<MousePointer aria-hidden="true" />} chosen />
          <ToolButton label="Note" icon={<StickyNote aria-hidden="true" />} chosen={false} />
          <ToolSeparator />
          <ToolButton label="Undo" icon={<Undo aria-hidden="true" />} disabled />
          <ToolButton label="Find" icon={<Search aria-hidden="true" />} />
        </Toolbar>
      </Row>
      <p>
        Only <SideMark side="local" label="Local" /> has promised something so far. What could{' '}
        <SideMark side="central" label="Central" /> do to make it possible?
      </p>
      <Facts
        rows={[
          { term: 'Who', value: 'Department, A. Rahman' },
          { term: 'By', value: '30 June 2026' },
        ]}
      />
      <TableFrame label="Answers">
        <table>
          <thead>
            <tr>
              <th scope="col">Organisation</th>
              <th scope="col">Signed by</th>
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <SideMark side="central" label="Department" />
              </th>
              <td>A. Rahman, deputy director</td>
              <td>Agree</td>
            </tr>
            <tr>
              <th scope="row">
                <SideMark side="local" label="Northshire Council" />
              </th>
              <td>J. Pugh, head of housing</td>
              <td>Agree, with reservation</td>
            </tr>
          </tbody>
        </table>
      </TableFrame>
      <SidePanel title="Four returns ask the same questions" onClose={() => {}}>
        <Button kind="main" start>
          Move notes to…
        </Button>
        <Button start>Propose an answer</Button>
        <Button kind="quiet" start>
          Change kind
        </Button>
      </SidePanel>
    </Card>
  )
}
