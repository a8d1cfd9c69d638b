import { render } from 'solid-js/web'
import '../styles/index.css'
import { Banner } from '../badge'
import { Button } from '../button'
import { LiveRegion } from '../live-region'
import { StepDots } from '../progress'
import { SegmentedSwitch } from '../segmented-switch'
import { AppBar, Footer, PageColumn, PageHeader, SkipLinks, SubBar } from '../shell'
import { Toasts } from '../toast'
import { FormSamples } from './form-samples'
import { MarkSamples } from './mark-samples'
import { OverlaySamples } from './overlay-samples'
import { ToolSamples } from './tool-samples'

/** Every part of the kit on one page, for the eye. */
function Gallery() {
  return (
    <>
      <SkipLinks links={[{ href: '#main', label: 'Skip to the parts' }]} />
      <AppBar
        homeLabel="Concordat, home"
        title="Homelessness funding"
        end={
          <>
            <SegmentedSwitch
              label="Views"
              items={[
                { id: 'board', href: '#board', label: 'Board', current: true },
                { id: 'list', href: '#list', label: 'List', current: false },
                { id: 'agreement', href: '#agreement', label: 'Agreement', current: false },
              ]}
            />
            <Button small>31 here</Button>
            <Button small kind="main">
              Share
            </Button>
          </>
        }
      >
        <Banner>Official</Banner>
      </AppBar>
      <SubBar
        label="Step"
        end={
          <>
            <strong class="tabular">06:32 left</strong>
            <Button small>Pause</Button>
            <Button small kind="main">
              Next: Propose
            </Button>
          </>
        }
      >
        <Button small>Step 3 of 7</Button>
        <strong>Sort the notes into barriers</strong>
        <StepDots current={3} total={7} label="Step 3 of 7" />
      </SubBar>
      <PageColumn width="wide">
        <PageHeader
          above={<Banner>Official</Banner>}
          title="The kit"
          lead="Every part on one page, to be looked at wide, on a phone, in the dark."
          actions={<Button>New action</Button>}
        />
        <MarkSamples />
        <FormSamples />
        <OverlaySamples />
        <ToolSamples />
      </PageColumn>
      <Footer
        links={[
          { href: '/accessibility', label: 'Accessibility' },
          { href: '/privacy', label: 'Privacy' },
          { href: '/help', label: 'Help' },
        ]}
      />
      <Toasts />
      <LiveRegion />
    </>
  )
}

const root = document.getElementById('root')
if (root) render(() => <Gallery />, root)
