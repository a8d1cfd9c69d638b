import Ellipsis from 'lucide-solid/icons/ellipsis'
import Pencil from 'lucide-solid/icons/pencil'
import Trash from 'lucide-solid/icons/trash'
import { createSignal } from 'solid-js'
import { Button } from '../button'
import { ConfirmDialog, Dialog, Sheet } from '../dialog'
import { Card, Row } from '../layout'
import { Menu, MenuGroup, MenuItem, MenuRadio, MenuRadioGroup, MenuSeparator } from '../menu'
import { Popover } from '../popover'
import { TextArea, TextField } from '../text-field'
import { showToast } from '../toast'

export function OverlaySamples() {
  const [open, setOpen] = createSignal<'dialog' | 'sheet' | 'confirm'>()
  const [kind, setKind] = createSignal('barrier')
  const close = () => setOpen(undefined)
  return (
    <Card as="section">
      <h2>Over the page</h2>
      <Row>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Sheet</Button>
        <Button onClick={() => setOpen('confirm')}>Confirm</Button>
        <Button
          onClick={() =>
            showToast({ text: 'Note moved to Nobody reports back', action: { label: 'Undo', run: close } })
          }
        >
          Toast
        </Button>
        <Menu icon={<Ellipsis aria-hidden="true" />} name="More, Four returns" kind="quiet">
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setOpen('dialog')}>
            Rename
          </MenuItem>
          <MenuRadioGroup label="Kind" value={kind()} onValue={setKind}>
            <MenuRadio value="barrier">Barrier</MenuRadio>
            <MenuRadio value="proposal">Proposal</MenuRadio>
          </MenuRadioGroup>
          <MenuSeparator />
          <MenuItem icon={<Trash aria-hidden="true" />} danger onSelect={() => setOpen('confirm')}>
            Delete
          </MenuItem>
        </Menu>
        <Menu label="Step 3 of 7" small>
          <MenuGroup label="Go to">
            <MenuItem onSelect={close} detail="12 minutes">
              Write
            </MenuItem>
            <MenuItem onSelect={close} detail="Not yet" disabled>
              Agree
            </MenuItem>
          </MenuGroup>
        </Menu>
        <Popover label="31 here" small title="Who is here">
          <p>14 central, 17 local.</p>
        </Popover>
      </Row>
      <Dialog
        open={open() === 'dialog'}
        onClose={close}
        title="Rename the heading"
        description="Everybody sees the new name at once."
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button kind="main" onClick={close}>
              Rename
            </Button>
          </>
        }
      >
        <TextField label="Name" value="Four returns ask the same questions" />
        <TextArea label="Why" optional />
        <Row>
          <Menu label="Menu in a dialog" small>
            <MenuItem onSelect={() => showToast({ text: 'Chosen' })}>Choose</MenuItem>
          </Menu>
        </Row>
      </Dialog>
      <Sheet open={open() === 'sheet'} onClose={close} title="Share this workshop">
        <p>One link for everyone; people choose their side.</p>
        <TextField label="Link" readOnly value="https://concordat.example/join/8f2c41" />
      </Sheet>
      <ConfirmDialog
        open={open() === 'confirm'}
        title="Remove Sam Okafor?"
        description="The connection closes at once. Notes stay."
        confirmLabel="Remove Sam"
        danger
        onConfirm={close}
        onCancel={close}
      />
    </Card>
  )
}
