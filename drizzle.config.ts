import { defineConfig } from 'drizzle-kit'

// Only for writing migrations (`npx drizzle-kit generate`); the server runs them itself when it starts.
export default defineConfig({
  dialect: 'sqlite',
  schema: './server/storage/tables.ts',
  out: './server/storage/migrations',
})
