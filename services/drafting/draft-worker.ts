import { parentPort, workerData } from 'node:worker_threads'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { draftProgrammes } from './draft-programmes.ts'
import type { Facts } from './fact-book.ts'

const { notice, known } = workerData as { notice: Notice; known: Facts }
parentPort?.postMessage({ result: draftProgrammes(notice, known) })
