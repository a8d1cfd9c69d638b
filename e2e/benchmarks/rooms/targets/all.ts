import { openOurs } from './ours'
import { openHocuspocus, openRelay, openYWebsocket } from './peers'
import type { OpenTarget, TargetName } from './target'

export const OPEN: Record<TargetName, OpenTarget> = {
  ours: openOurs,
  hocuspocus: openHocuspocus,
  'y-websocket': openYWebsocket,
  relay: openRelay,
}

/** Servers that keep documents: the relay is none, and forgets everything when it stops. */
export const SERVERS: readonly TargetName[] = ['ours', 'hocuspocus', 'y-websocket']

export const ALL: readonly TargetName[] = [...SERVERS, 'relay']

export const LABEL: Record<TargetName, string> = {
  ours: 'Concordat',
  hocuspocus: '@hocuspocus/server 4.7.0 + sqlite',
  'y-websocket': '@y/websocket-server 0.1.1 + leveldb',
  relay: 'a bare relay: what is possible',
}
