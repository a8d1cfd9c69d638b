import type { JSX, ParentProps } from 'solid-js'
import { shellText } from '../text/shell'
import { AppBar, Footer, HelpLink, PageColumn, SkipLinks } from '../ui/shell'

/** The frame of every page outside a workshop: skip link, bar, main part, footer. */
export function PageFrame(
  props: ParentProps<{
    width?: 'narrow' | 'reading' | 'wide'
    end?: JSX.Element
    class?: string
  }>,
) {
  return (
    <>
      <SkipLinks links={[{ href: '#main', label: shellText.skipToMain }]} />
      <AppBar
        homeLabel={shellText.brandHome}
        end={
          <>
            {props.end}
            <HelpLink label={shellText.help} />
          </>
        }
      />
      <PageColumn width={props.width} class={props.class}>
        {props.children}
      </PageColumn>
      <Footer links={shellText.footer} />
    </>
  )
}
