import { existsSync } from 'node:fs'
import { createDataDirectory, templateDirectory } from './embedded-postgres.ts'

/** Run after `npm ci`: prepares an empty database to copy, so that the first start is quick. */
const template = templateDirectory()
if (!existsSync(template)) await createDataDirectory(template)
