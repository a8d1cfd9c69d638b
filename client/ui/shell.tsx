import { For, type JSX, type ParentProps, type Ref, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from './classes'
import { createEdges } from './edges'
import { focusOn } from './focus'
import styles from './shell.module.css'

/** The bar at the top of every page: the brand, where one is (children), and what one can do (end). */
export function AppBar(
  props: ParentProps<{
    /** Where the brand leads; "/" unless said otherwise. */
    homeHref?: string
    /** What a screen reader says for the brand: "Concordat, home". */
    homeLabel?: string
    /** Short name of where one is, such as the workshop's title; cut with an ellipsis. */
    title?: JSX.Element
    /** The title is the page's one h1, for a page that has no other. */
    heads?: boolean
    end?: JSX.Element
    /** Leaves the brand away, for a phone in a workshop. */
    brandHidden?: boolean
    class?: string
  }>,
) {
  return (
    <header class={classes(styles.bar, props.class)}>
      <Show when={!props.brandHidden}>
        <a class={styles.brand} href={props.homeHref ?? '/'} aria-label={props.homeLabel}>
          Concordat
        </a>
      </Show>
      <Show when={props.title}>
        {(title) => (
          <Dynamic component={props.heads ? 'h1' : 'span'} class={styles.barTitle} dir="auto">
            {title()}
          </Dynamic>
        )}
      </Show>
      {props.children}
      <Show when={props.end}>{(end) => <div class={styles.end}>{end()}</div>}</Show>
    </header>
  )
}

/** The second bar, tinted: the step, its prompt and timer. `label` makes it a region. */
export function SubBar(props: ParentProps<{ label?: string; end?: JSX.Element; class?: string }>) {
  return (
    <section aria-label={props.label} class={classes(styles.bar, styles.sub, props.class)}>
      {props.children}
      <Show when={props.end}>{(end) => <div class={styles.end}>{end()}</div>}</Show>
    </section>
  )
}

/** The main part of a page, in one column: narrow 470 px for one form, reading 728 px, wide 1060 px. */
export function PageColumn(
  props: ParentProps<{ width?: 'narrow' | 'reading' | 'wide'; id?: string; class?: string; labelledBy?: string }>,
) {
  return (
    <main
      id={props.id ?? 'main'}
      tabindex="-1"
      aria-labelledby={props.labelledBy}
      class={classes(styles.page, styles[props.width ?? 'reading'], props.class)}
    >
      {props.children}
    </main>
  )
}

/** A view inside the main part of a page, in one column: wide 1060 px, or 860 px for what is read row by row. */
export function ViewColumn(props: ParentProps<{ width?: 'wide' | 'rows'; ref?: Ref<HTMLDivElement> }>) {
  return (
    <div ref={props.ref} class={classes(styles.page, styles.view, styles[props.width ?? 'wide'])}>
      {props.children}
    </div>
  )
}

/** The page's one h1, with a line below it, a badge above it and buttons beside it. */
export function PageHeader(props: {
  title: JSX.Element
  lead?: JSX.Element
  above?: JSX.Element
  actions?: JSX.Element
  id?: string
}) {
  return (
    <div class={styles.pageHeader}>
      <div class={styles.pageHeaderText}>
        {props.above}
        <h1 id={props.id} tabindex="-1" dir="auto">
          {props.title}
        </h1>
        <Show when={props.lead}>{(lead) => <div class={styles.lead}>{lead()}</div>}</Show>
      </div>
      {props.actions}
    </div>
  )
}

/** [L58] The last thing in the bar, on every page that has one. */
export function HelpLink(props: { label: string }) {
  return (
    <a class={styles.help} href="/help">
      {props.label}
    </a>
  )
}

export type PageLink = { href: string; label: string }

/** The links that every page ends with: accessibility, privacy, help. */
export function Footer(props: ParentProps<{ links: readonly PageLink[] }>) {
  return (
    <footer class={styles.footer}>
      <ul class="plain-list">
        <For each={props.links}>
          {(link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          )}
        </For>
      </ul>
      {props.children}
    </footer>
  )
}

/** Links to parts of this page, seen once they have focus. `href` is "#id". First thing in the page. */
export function SkipLinks(props: { links: readonly PageLink[] }) {
  return (
    <ul class={classes('plain-list', styles.skip)}>
      <For each={props.links}>
        {(link) => (
          <li>
            <a
              href={link.href}
              on:click={(event: MouseEvent) => {
                // focus, not an address change: the router must not take it for a page
                if (focusOn(link.href.slice(1))) event.preventDefault()
              }}
            >
              {link.label}
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Stuck to the bottom of the window, such as "Add a note" on a phone. What has focus is kept clear of it. */
export function BottomBar(props: ParentProps<{ label?: string; class?: string }>) {
  let bar!: HTMLElement
  createEdges(
    () => [bar],
    () => ({ '--stuck-bottom': bar.offsetHeight }),
  )
  return (
    <section ref={bar} data-bottom-bar aria-label={props.label} class={classes(styles.bottom, props.class)}>
      {props.children}
    </section>
  )
}
