import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

/** Hocuspocus as its documentation sets it up, with its SQLite extension. */
const server = new Server({
  address: '127.0.0.1',
  port: Number(process.env.PORT),
  quiet: true,
  extensions: [new SQLite({ database: `${process.env.FOLDER}/hocuspocus.sqlite` })],
})
await server.listen()
process.stdout.write('the peer is ready at its port\n')
