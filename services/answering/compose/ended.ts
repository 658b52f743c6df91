import { inChinese, inEnglish } from '../../../knowledge/language/write-day.ts'
import { replies } from '../../../prompts/replies.ts'
import type { Answer } from '../answer.ts'
import type { Ended } from '../decide/finding.ts'
import { nameOf } from './cite.ts'
import { sourceAfter } from './frame.ts'
import type { Language } from './told.ts'

/** An answer from a notice that was put out of force: that comes first, with the clause that says so. */
export function withEnded(answer: Answer, ended: Ended | undefined, language: Language): Answer {
  if (!ended) return answer
  const { notice, entry, quote, from } = ended
  const day = from && (language === 'en' ? inEnglish(from) : inChinese(from))
  const lead = replies.ended[language](nameOf({ notice }), nameOf(entry), day)
  const said = language === 'en' ? `“${quote}”` : quote
  const lines = [lead, said, sourceAfter({ entry }, language), replies.whileInForce[language], answer.text]
  const { table, ...others } = answer
  const rests = [entry, ...answer.rests.filter((one) => one !== entry)]
  const rows = table?.rows.map((row) =>
    row.map((cell) => (cell.rest === undefined ? cell : { ...cell, rest: rests.indexOf(answer.rests[cell.rest]!) })),
  )
  return { ...others, text: lines.join('\n'), lead, rests, ...(table && rows && { table: { ...table, rows } }) }
}
