import type { Entry } from '../knowledge/finding/catalogue.ts'
import { commandReplies as words } from '../prompts/command-replies.ts'
import { interviewTextsIn } from '../prompts/interview-texts-in.ts'
import type { Language } from '../services/answering/compose/told.ts'
import { preparationIn, titleIn } from '../services/eligibility/programme-texts.ts'
import { checkLength, limitedFields } from '../services/preparation/check-length.ts'
import type { CommandContext } from './command-answer.ts'

/** How a text stands to the limit of each field of the forms, and the clauses that say so; without a text, which limits there are. */
export function describeLengths(
  text: string,
  { programmes, catalogue }: Pick<CommandContext['known'], 'programmes' | 'catalogue'>,
  language: Language,
): { text: string; rests: Entry[] } {
  const texts = interviewTextsIn(language)
  const fields = programmes.flatMap((programme) =>
    limitedFields(preparationIn(language, programme)).map((field) => ({
      ...field,
      programme: titleIn(language, programme),
    })),
  )
  const lineOf = ({ programme, title, limit }: (typeof fields)[number]) =>
    `${words.limit[language](programme, title)}${text === '' ? '' : `\n  ${checkLength(text, limit, language).text}`}`
  const head = fields.length === 0 ? texts.countNone : text === '' ? texts.countHelp : texts.counted
  const rests = fields.flatMap(({ source }) => catalogue.find(source.notice, source.clause) ?? [])
  return { text: [head, ...fields.map(lineOf)].join('\n'), rests }
}
