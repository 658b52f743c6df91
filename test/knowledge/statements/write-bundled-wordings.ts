import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledWordings } from './bundled-wordings.ts'

/** Writes the golden file anew: `node test/knowledge/statements/write-bundled-wordings.ts`. Read what has changed. */
writeFileSync(join(import.meta.dirname, 'bundled-wordings.md'), bundledWordings())
