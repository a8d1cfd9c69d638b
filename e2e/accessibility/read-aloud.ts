import type { CDPSession, Page } from '@playwright/test'

/** What Chromium hands to a screen reader, as the protocol writes it; only what is read here. */
type Value = { value?: unknown }
type AxNode = {
  nodeId: string
  ignored: boolean
  role?: Value
  name?: Value
  description?: Value
  value?: Value
  properties?: { name: string; value: Value }[]
  childIds?: string[]
  backendDOMNodeId?: number
}

/** Roles that are told by their words and hold nothing more to be told. */
const SPOKEN: Record<string, string> = {
  button: 'Button',
  link: 'Link',
  checkbox: 'Checkbox',
  radio: 'Choice',
  menuitem: 'Menu item',
  menuitemradio: 'Menu choice',
  menuitemcheckbox: 'Menu checkbox',
  option: 'Option',
  tab: 'Tab',
  textbox: 'Edit',
  searchbox: 'Search',
  combobox: 'Edit with suggestions',
  spinbutton: 'Number',
  slider: 'Slider',
  image: 'Image',
  img: 'Image',
  progressbar: 'Progress',
  meter: 'Meter',
}

/** Roles that hold others: told by name, and what is in them is set in. */
const HOLDING: Record<string, string> = {
  banner: 'Banner',
  navigation: 'Navigation',
  main: 'Main',
  contentinfo: 'Footer',
  complementary: 'Aside',
  region: 'Region',
  form: 'Form',
  search: 'Search region',
  dialog: 'Dialog',
  alertdialog: 'Question',
  group: 'Group',
  radiogroup: 'Choices',
  toolbar: 'Toolbar',
  menu: 'Menu',
  listbox: 'Items',
  application: 'Application',
  table: 'Table',
  row: 'Row',
  article: 'Article',
  status: 'Status',
  alert: 'Alert',
  log: 'Log',
}

/** What would differ from run to run. */
const MASKS: [RegExp, string][] = [
  [/\b\d{1,2}:\d{2}(:\d{2})?\b/g, 'HH:MM'],
  [/\b\d+ (minutes?|seconds?) (left|over)\b/g, 'N minutes $2'],
  [
    /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?\b/g,
    'DATE',
  ],
  [/\b\d+ here\b/g, 'N here'],
  [/\b\d+%/g, 'N%'],
  [/\b[0-9a-f]{6,64}…?(?=\b|$)/g, 'HASH'],
  [/http:\/\/\S+/g, 'ADDRESS'],
]

/**
 * A page as a person would hear it who goes through it from its head to its end: landmarks set in, headings with their level,
 * lists with how many there are, buttons with their names and states. One line for each thing, one for each item of a list.
 */
export async function heardOn(page: Page): Promise<string> {
  // rows far from the window have no content in what the protocol answers; a screen reader gets them as it comes there
  const all = await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
    const reader = new Reader(nodes, await currentLinks(session, nodes))
    const lines = [`Title: ${await page.title()}`, ...reader.all()]
    return `${lines.map(masked).join('\n')}\n`
  } finally {
    await session.detach()
    await all.evaluate((style) => style.parentNode?.removeChild(style))
  }
}

function masked(line: string): string {
  return MASKS.reduce((text, [pattern, word]) => text.replace(pattern, word), line)
}

/** The protocol does not tell which link of a navigation is the page one is on; the element does. */
async function currentLinks(session: CDPSession, nodes: readonly AxNode[]): Promise<Set<string>> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[aria-current]' })
  const current = await Promise.all(
    nodeIds.map(async (nodeId) => (await session.send('DOM.describeNode', { nodeId })).node.backendNodeId),
  )
  return new Set(nodes.flatMap((node) => (current.includes(node.backendDOMNodeId ?? -1) ? node.nodeId : [])))
}

class Reader {
  readonly #byId: Map<string, AxNode>

  constructor(
    private readonly nodes: readonly AxNode[],
    private readonly current: ReadonlySet<string>,
  ) {
    this.#byId = new Map(nodes.map((node) => [node.nodeId, node]))
  }

  all(): string[] {
    const [root] = this.nodes
    return root ? this.#inside(root, '') : []
  }

  /** Pieces of text beside one another are one line. */
  #inside(node: AxNode, indent: string): string[] {
    const lines: string[] = []
    let text: string[] = []
    const endText = () => {
      const words = joined(text)
      if (words !== '') lines.push(indent + words)
      text = []
    }
    for (const child of this.#children(node)) {
      if (roleOf(child) === 'StaticText') text.push(nameOf(child))
      else {
        endText()
        lines.push(...this.#told(child, indent))
      }
    }
    endText()
    return lines
  }

  #told(node: AxNode, indent: string): string[] {
    const role = roleOf(node)
    if (role === 'heading') return this.#heading(node, indent)
    if (role === 'list') return this.#list(node, indent)
    if (role === 'paragraph' || role === 'term' || role === 'definition') return this.#line(node, indent)
    if (SPOKEN[role] !== undefined) return [indent + this.#spoken(node)]
    const holding = HOLDING[role]
    if (holding === undefined || (holding === 'Group' && nameOf(node) === '')) return this.#inside(node, indent)
    const name = nameOf(node)
    const inside = this.#inside(node, `${indent}  `)
    // it is there all the time; what is said in it comes and goes, and is for other tests
    if (holding === 'Log' || holding === 'Alert') return [`${indent}${holding}, ${liveOf(node)}`]
    const head = [holding + (name && `: ${name}`), ...this.#states(node)].join(', ')
    return inside.length === 0 && name === '' ? [] : [indent + head, ...inside]
  }

  /** A heading that is a button too is one thing to a person who hears it. */
  #heading(node: AxNode, indent: string): string[] {
    const button = this.#within(node).find((one) => roleOf(one) === 'button')
    const states = button ? ['button', ...this.#states(button)] : []
    const words = [`Heading ${propertyOf(node, 'level') ?? '?'}`, ...states].join(', ')
    return [`${indent}${words}: ${nameOf(node)}`]
  }

  #list(node: AxNode, indent: string): string[] {
    const items = this.#children(node).filter((child) => roleOf(child) === 'listitem')
    const name = nameOf(node)
    const head = `List, ${items.length} ${items.length === 1 ? 'item' : 'items'}${name && `: ${name}`}`
    return [indent + head, ...items.flatMap((item) => this.#item(item, indent))]
  }

  /** In one line, unless it holds headings or lists of its own. */
  #item(item: AxNode, indent: string): string[] {
    const isLong = this.#within(item).some((one) => ['heading', 'list', 'table'].includes(roleOf(one)))
    if (!isLong) return this.#line(item, `${indent}- `)
    const [first = '', ...rest] = this.#inside(item, `${indent}  `)
    return [`${indent}- ${first.trimStart()}`, ...rest]
  }

  /** Words and what can be pressed among them, in their order. */
  #line(node: AxNode, indent: string): string[] {
    const words = this.#inside(node, '').join(' · ')
    return words === '' ? [] : [indent + words]
  }

  #spoken(node: AxNode): string {
    const role = roleOf(node)
    const value = String(node.value?.value ?? '')
    const description = String(node.description?.value ?? '').trim()
    return [
      `${SPOKEN[role]}: ${nameOf(node)}`,
      ...(value === '' ? [] : [`“${value}”`]),
      ...this.#states(node),
      ...(description === '' || description === nameOf(node) ? [] : [`(${description})`]),
    ].join(', ')
  }

  #states(node: AxNode): string[] {
    const is = (name: string, value: unknown = true) => propertyOf(node, name) === value
    const turned = (name: string, yes: string, no: string) => {
      const value = propertyOf(node, name)
      return value === undefined ? [] : [value === true || value === 'true' ? yes : no]
    }
    const role = roleOf(node)
    return [
      ...(this.current.has(node.nodeId) ? ['current'] : []),
      ...turned('expanded', 'expanded', 'collapsed'),
      ...(role === 'checkbox' || role === 'radio' || role.startsWith('menuitem')
        ? turned('checked', 'checked', 'not checked')
        : []),
      ...turned('pressed', 'pressed', 'not pressed'),
      ...(is('selected') ? ['selected'] : []),
      ...(is('disabled') ? ['unavailable'] : []),
      ...(is('required') ? ['required'] : []),
      ...(is('invalid', 'true') ? ['wrong'] : []),
      ...(propertyOf(node, 'hasPopup') === 'menu' ? ['opens a menu'] : []),
      ...(is('modal') ? ['modal'] : []),
      ...(is('focused') && role !== 'RootWebArea' ? ['focus is here'] : []),
      ...(liveOf(node) ? [liveOf(node) ?? ''] : []),
    ]
  }

  #children(node: AxNode): AxNode[] {
    return (node.childIds ?? []).flatMap((id) => {
      const child = this.#byId.get(id)
      if (!child) return []
      const isNothing =
        child.ignored ||
        ['generic', 'none', 'presentation', 'LabelText', 'emphasis', 'strong', 'time', 'code'].includes(roleOf(child))
      return isNothing ? this.#children(child) : [child]
    })
  }

  *#allWithin(node: AxNode): Generator<AxNode> {
    for (const child of this.#children(node)) {
      yield child
      yield* this.#allWithin(child)
    }
  }

  #within(node: AxNode): AxNode[] {
    return [...this.#allWithin(node)]
  }
}

function roleOf(node: AxNode): string {
  return String(node.role?.value ?? '')
}

function nameOf(node: AxNode): string {
  return joined([String(node.name?.value ?? '')])
}

function joined(pieces: readonly string[]): string {
  return pieces
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1')
    .trim()
}

function propertyOf(node: AxNode, name: string): unknown {
  return node.properties?.find((one) => one.name === name)?.value.value
}

function liveOf(node: AxNode): string | undefined {
  const live = propertyOf(node, 'live')
  return live === 'polite' || live === 'assertive' ? `live ${live}` : undefined
}
