import { createRequire } from 'node:module'
import { join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'

/** Unpacks the browser, and the libraries that a bare machine lacks, into the temporary directory it is started with. */
const packed = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin')
await chromium.executablePath(packed)
await inflate(join(packed, 'al2023.tar.br'))
