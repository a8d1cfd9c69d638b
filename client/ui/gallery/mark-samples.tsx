import Plus from 'lucide-solid/icons/plus'
import StickyNote from 'lucide-solid/icons/sticky-note'
import { Badge, Banner } from '../badge'
import { Button, ButtonLink, IconButton } from '../button'
import { CopyButton } from '../copy-button'
import { Disclosure } from '../disclosure'
import { Card, Row, Stack } from '../layout'
import { KindMark, SideCount, SideMark } from '../mark'
import { EmptyState, InlineNotice, PersonChip } from '../notice'
import { Loading, Meter, Skeleton } from '../progress'
import { QrCode } from '../qr-code'

const CHECKERS = Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (_, x) => (x * 7 + y * y * 3) % 5 < 2))

export function MarkSamples() {
  return (
    <>
      <Card as="section">
        <h2>Buttons</h2>
        <Row>
          <Button kind="main">Share</Button>
          <Button icon={<Plus />}>New action</Button>
          <Button kind="quiet">Change kind</Button>
          <Button kind="danger">Remove Sam</Button>
          <Button kind="danger" strong>
            Erase workshop
          </Button>
          <Button kind="main" busy>
            Creating
          </Button>
          <Button disabled>Not now</Button>
          <ButtonLink href="#there">Go there</ButtonLink>
          <IconButton label="Add a note">
            <Plus aria-hidden="true" />
          </IconButton>
          <Button small>Pause</Button>
          <Button small aria-pressed="true">
            Pressed
          </Button>
          <CopyButton text="https://concordat.example/join/8f2" label="Copy link" />
        </Row>
        <Button kind="main" tall wide>
          Join the workshop
        </Button>
      </Card>

      <Card as="section">
        <h2>Marks</h2>
        <Row gap={4}>
          <SideMark side="central" label="Central" />
          <SideMark side="local" label="Local" />
          <SideMark side="other" label="Other" />
          <SideMark side={null} label="No side" />
          <SideCount side="central" label="Central" text="3 notes" />
          <SideCount side="local" label="Local" text="6 notes" />
          <KindMark kind="barrier" label="Barrier" />
          <KindMark kind="proposal" label="Proposal" />
          <KindMark kind="theme" label="Theme" />
        </Row>
        <Row gap={3}>
          <Banner>Official-sensitive</Banner>
          <Badge>A1</Badge>
          <Badge>Draft</Badge>
          <Badge tone="brand">Open now</Badge>
          <Badge tone="warn">One-sided</Badge>
          <Badge tone="danger">Disputed</Badge>
          <Badge tone="good">✓ Record</Badge>
          <PersonChip name="Jon Pugh" detail="Northshire Council" side="local" sideLabel="Local" />
        </Row>
        <Stack gap={2}>
          <Meter label="Central" side="central" value={3} max={9} />
          <Meter label="Local" side="local" value={6} max={9} />
          <Meter label="Voted" value={18} max={31} text="18 of 31" />
        </Stack>
      </Card>

      <Row gap={4} align="top">
        <Card small edge="top" tone="central">
          <SideMark side="central" label="Central commits" />
          <p>Withdraw returns B, C and D from the next quarter</p>
        </Card>
        <Card small edge="start" tone="barrier">
          <KindMark kind="barrier" label="Barrier" />
          <h3>Four returns ask the same questions</h3>
        </Card>
      </Row>

      <Stack gap={3}>
        <InlineNotice title="Only you can see your notes">
          Others see how many there are, not what they say. They will be shown all together, in mixed order.
        </InlineNotice>
        <InlineNotice tone="warn" actions={<Button small>Copy</Button>}>
          This step ended before your note arrived. Your words are kept here.
        </InlineNotice>
        <InlineNotice tone="danger" title="This link does not work">
          Part of it may be missing. Copy the whole link again, or type the code you were given.
        </InlineNotice>
        <InlineNotice tone="good">Everything up to 16:02 is in this file: 4 actions, 146 notes.</InlineNotice>
      </Stack>

      <EmptyState
        title="No notes yet"
        icon={<StickyNote aria-hidden="true" />}
        actions={<Button kind="main">Write the first one</Button>}
      >
        Write what gets in the way, one thing a note.
      </EmptyState>

      <Card as="section">
        <h2>Waiting, showing, scanning</h2>
        <Loading label="Loading the notes…" />
        <Skeleton lines={3} />
        <Disclosure label="What is kept, and for how long" startOpen>
          <p>Your name, organisation and notes, until the workshop is erased.</p>
        </Disclosure>
        <QrCode matrix={CHECKERS} label="QR code for the join link" />
      </Card>
    </>
  )
}
