import { type JSX, type ParentProps, Show } from 'solid-js'
import { shellText } from '../text/shell'
import { AppBar, Footer, PageColumn, SkipLinks } from '../ui/shell'

/** The frame of every page outside a workshop: skip link, bar, main part, footer. */
export function PageFrame(
  props: ParentProps<{
    width?: 'narrow' | 'reading' | 'wide'
    helpHidden?: boolean
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
            <Show when={!props.helpHidden}>
              <a href="/help">{shellText.help}</a>
            </Show>
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
