/** The version of the documents’ schema. One more needs steps in `migrate.ts`, where documents of this one are. */
export const SCHEMA_VERSION = 1
