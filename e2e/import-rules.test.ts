import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { circlesIn, type RULES, violationsIn } from './import-rules'
import { sourceFiles } from './imports-of'

const files = sourceFiles(fileURLToPath(new URL('..', import.meta.url)))

describe('the source', () => {
  test('keeps every import rule', () => {
    expect(violationsIn(files)).toEqual([])
  })

  test('has no circles', () => {
    expect(circlesIn(files)).toEqual([])
  })
})

type RuleName = (typeof RULES)[number]['name']

/** For each rule, imports that it must catch. A rule that catches nothing protects nothing. */
const FORBIDDEN: Record<RuleName, readonly [path: string, text: string][]> = {
  'every file lies in a place of the house': [
    ['server/utils/dates.ts', "import { z } from 'zod'"],
    ['client/helpers.ts', "import { z } from 'zod'"],
  ],
  'an import is a relative path or the name of a package, written out': [
    ['client/board/toolbar.tsx', "import { Button } from '@/ui/button'"],
    ['client/board/toolbar.tsx', "import { Button } from '~/ui/button'"],
    ['server/rooms/room.ts', 'const part = await import(name)'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source to be read, not to be filled in
    ['server/rooms/room.ts', 'const part = await import(`../${name}`)'],
  ],
  '1: shared imports only shared': [
    ['shared/domain/note.ts', "import type { Config } from '../../server/config'"],
    ['shared/export/report.ts', "export * from '../../client/text/en'"],
    ['shared/testing/people.ts', "import { openRoom } from '../../server/testing/open-room'"],
  ],
  '1: in shared, domain knows only result; document, layout, protocol, export and templates only these two': [
    ['shared/domain/note.ts', "import { LIMITS } from '../protocol/limits'"],
    ['shared/document/edits.ts', "import { LIMITS } from '../protocol/limits'"],
    ['shared/layout/grid.ts', "import type { Projection } from '../document/projection'"],
    ['shared/protocol/http.ts', "type Report = import('../export/report').Report"],
    ['shared/export/markdown.ts', "const { grid } = await import('../layout/grid')"],
    ['shared/result.ts', "import type { NoteId } from './domain/ids'"],
  ],
  '1: shared runs anywhere: nothing of Node, of a framework, of a database or of the network': [
    ['shared/domain/ids.ts', "import { randomUUID } from 'node:crypto'"],
    ['shared/document/edits.ts', "import { createSignal } from 'solid-js'"],
  ],
  '2: client and server never import each other, but for types of the routes in client/connection/api.ts': [
    ['client/join/join-form.tsx', "import type { Routes } from '../../server/api/routes'"],
    ['client/connection/api.ts', "import { routes } from '../../server/api/routes'"],
    ['client/connection/api.ts', "import type { Room } from '../../server/rooms/room'"],
    ['server/api/pages.ts', "import { en } from '../../client/text/en'"],
  ],
  '2: the client takes nothing of Node, the server nothing of a page': [
    ['client/connection/socket.ts', "import { EventEmitter } from 'node:events'"],
    ['server/api/pages.ts', "import { renderToString } from 'solid-js/web'"],
  ],
  '3: a server core imports shared and itself; storage and fanout see of a core its ports; api calls the cores': [
    ['server/rooms/room.ts', "import type { Session } from '../access/session'"],
    ['server/rooms/room.ts', "import type { StagePort } from '../facilitation/ports'"],
    ['server/access/sessions.ts', "import { sessions } from '../storage/tables'"],
    ['server/workshops/create.ts', "import { respond } from '../api/respond'"],
    ['server/storage/update-log.ts', "import type { Room } from '../rooms/room'"],
    ['server/api/export.ts', "const { tables } = await import('../storage/tables')"],
    ['server/records/freeze.ts', "import { createApp } from '../app'"],
    ['server/rooms/room.test.ts', "import { tables } from '../storage/tables'"],
  ],
  '4: a client feature imports workshop, connection, ui, text and shared, never another feature; ui only itself': [
    ['client/board/board-island.tsx', "import { Outline } from '../outline/outline'"],
    ['client/outline/outline.tsx', "const { Plan } = await import('../plan/plan')"],
    ['client/workshop/header.tsx', "import { Timer } from '../facilitation/timer'"],
    ['client/join/join-form.tsx', "import { routes } from '../routes/routes'"],
    ['client/ui/button.tsx', "import { en } from '../text/en'"],
    ['client/ui/note.tsx', "import type { NoteId } from '../../shared/domain/ids'"],
    ['client/connection/status.ts', "import { Button } from '../ui/button'"],
    ['client/board/people.tsx', "import { person } from '../../shared/testing/people'"],
  ],
  '5: React and tldraw only in client/board/*.react.ts(x)': [
    ['client/board/board-island.tsx', "import { Tldraw } from 'tldraw'"],
    ['client/board/note-shape.ts', "import type { TLShape } from '@tldraw/tlschema'"],
    ['client/outline/outline.react.tsx', "import { useState } from 'react'"],
  ],
  '5: Solid never in client/board/*.react.ts(x)': [
    ['client/board/note-shape.react.tsx', "import { createSignal } from 'solid-js'"],
    ['client/board/note-shape.react.tsx', "import { Plus } from 'lucide-solid/icons/plus'"],
  ],
  '6: Yjs only in shared/document, server/rooms, server/storage, client connection, workshop and board': [
    ['client/outline/outline.tsx', "import type * as Y from 'yjs'"],
    ['server/facilitation/stage.ts', "import { Awareness } from 'y-protocols/awareness'"],
    ['shared/export/report.ts', "import { Doc } from 'yjs'"],
  ],
  '6: drizzle and libSQL only in server/storage': [
    ['server/workshops/create.ts', "import { eq } from 'drizzle-orm'"],
    ['server/app.ts', "import { createClient } from '@libsql/client'"],
  ],
  '6: Redis only in server/fanout': [['server/rooms/room.ts', "const { Redis } = await import('ioredis')"]],
  '6: Hono only in api, rooms/entrance, app and main; its client in client/connection/api.ts': [
    ['server/access/sessions.ts', "import { getCookie } from 'hono/cookie'"],
    ['server/rooms/room.ts', "import type { WSContext } from 'hono/ws'"],
    ['client/connection/api.ts', "import { Hono } from 'hono'"],
    ['client/join/join-form.tsx', "import { hc } from 'hono/client'"],
  ],
  '7: e2e uses the product from outside': [
    ['e2e/fixtures/server.ts', "import { createApp } from '../../server/app'"],
    ['server/rooms/room.test.ts', "import { amina } from '../../e2e/actors/people'"],
    ['e2e/actors/facilitator.ts', "import type { Routes } from '../../client/connection/api'"],
  ],
  'what is for tests stays in tests': [
    ['server/rooms/room.ts', "import { openRoom } from '../testing/open-room'"],
    ['server/rooms/room.ts', "import { expect } from 'vitest'"],
    ['server/storage/memory.ts', "import { updateLogContract } from '../rooms/update-log.contract'"],
  ],
}

describe.each(Object.entries(FORBIDDEN))('rule "%s"', (rule, samples) => {
  test.each(samples)('catches in %s: %s', (path, text) => {
    expect(violationsIn([{ path, text }]).map((violation) => violation.rule)).toContain(rule)
  })
})

describe('allowed is', () => {
  test.each([
    ['shared/document/edits.ts', "import * as Y from 'yjs'; import type { NoteId } from '../domain/ids'"],
    ['shared/templates/blank.ts', "import type { Template } from '../domain/template'"],
    ['shared/export/report.test.ts', "import { workshop } from '../testing/workshop'; import { test } from 'vitest'"],
    ['server/rooms/entrance.ts', "import type { Context } from 'hono'"],
    [
      'server/storage/update-log.ts',
      "import type { UpdateLog } from '../rooms/ports'; import { eq } from 'drizzle-orm'",
    ],
    ['server/storage/update-log.test.ts', "import { updateLogContract } from '../rooms/update-log.contract'"],
    [
      'server/api/join.ts',
      "import { join } from '../access/join'; import { limits } from '../../shared/protocol/limits'",
    ],
    ['server/api/join.test.ts', "import { createApp } from '../app'; import { person } from '../testing/person'"],
    ['server/app.ts', "import { openDatabase } from './storage/database'; import { Hono } from 'hono'"],
    [
      'client/connection/api.ts',
      "import { hc } from 'hono/client'; import type { Routes } from '../../server/api/routes'",
    ],
    [
      'client/board/board-island.tsx',
      "import { onMount } from 'solid-js'; const board = await import('./board.react')",
    ],
    [
      'client/board/board.react.tsx',
      "import { Tldraw } from 'tldraw'; import 'tldraw/tldraw.css'; import * as Y from 'yjs'",
    ],
    ['client/routes/board.tsx', "import { BoardIsland } from '../board/board-island'; import '../ui/styles/page.css'"],
    [
      'e2e/benchmarks/edit.bench.ts',
      "import { WebsocketProvider } from 'y-websocket'; import '../../shared/document/edits'",
    ],
  ])('%s: %s', (path, text) => {
    expect(violationsIn([{ path, text }])).toEqual([])
  })
})

test('a circle is found, also through types and a third file', () => {
  const circle = [
    { path: 'server/rooms/room.ts', text: "import { Connection } from './connection'" },
    { path: 'server/rooms/connection.ts', text: "export * from './presence'" },
    { path: 'server/rooms/presence.ts', text: "import type { Room } from './room'" },
  ]
  expect(circlesIn(circle)).toEqual([
    ['server/rooms/room.ts', 'server/rooms/connection.ts', 'server/rooms/presence.ts', 'server/rooms/room.ts'],
  ])
  expect(circlesIn(circle.slice(1))).toEqual([])
})
