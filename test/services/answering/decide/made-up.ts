import type { Notice } from '../../../../knowledge/parsing/notice.ts'
import type { Inquiry, Memory } from '../../../../services/answering/answer.ts'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'
import { compose } from '../../../../services/answering/compose/compose.ts'
import { saidOf } from '../../../../services/answering/compose/said.ts'
import { decide } from '../../../../services/answering/decide/decide.ts'
import type { Finding } from '../../../../services/answering/decide/finding.ts'
import { inquire } from '../../../../services/answering/inquire.ts'
import { remember } from '../../../../services/answering/remember.ts'
import { buildSpelling } from '../../../../services/answering/understand/repair-spelling.ts'
import { understand } from '../../../../services/answering/understand/understand.ts'

export const today = '2026-03-02'

/** Asks of made-up notices without an index: every clause is a candidate. @param approved Notices whose wordings may be said. */
export function madeUp(notices: Notice[], approved: Notice[] = []) {
  const catalogue = buildCatalogue(notices)
  const knowledge = { catalogue, spelling: buildSpelling(catalogue), search: async () => [], said: saidOf(approved) }
  const hits = catalogue.entries.map(({ notice, clause }) => {
    const { id, path, text } = clause
    return { notice: notice.id, clause: id, heading: path, text, score: 0, coverage: 0 }
  })

  function look(asked: string, memory: Memory = {}, day = today): Inquiry {
    return inquire(knowledge, understand(knowledge, asked, memory, day), memory, day, hits)
  }

  /** The last finding of a talk, its answer, and what is remembered after it. */
  function talk(...turns: string[]): { finding: Finding; text: string; memory: Memory } {
    let memory: Memory = {}
    let last: { finding: Finding; text: string } | undefined
    for (const turn of turns) {
      const inquiry = look(turn, memory)
      const finding = decide(inquiry)
      memory = remember(inquiry.question, finding, memory)
      last = { finding, text: compose(finding, inquiry.question.english ? 'en' : 'zh', catalogue).text }
    }
    return { ...last!, memory }
  }

  return { catalogue, look, talk }
}
