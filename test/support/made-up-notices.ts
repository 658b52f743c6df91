import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareNotice, readNoticeFile } from '../../knowledge/importing/prepare-notice.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Memory } from '../../services/answering/answer.ts'
import { answerQuestion } from '../../services/answering/answer-question.ts'
import { knowledgeOf } from '../../services/answering/training/train.ts'
import { temporaryDirectory } from './database.ts'

/**
 * Takes in notices by their texts beside the bundled ones, in order, and talks about them.
 *
 * @param today YYYY-MM-DD, the day on which is asked.
 * @returns The notices, and `hold`, which says one thing after another and gives the last answer's text.
 */
export async function madeUpNotices(texts: readonly string[], today: string) {
  const directory = temporaryDirectory()
  const notices: Notice[] = []
  for (const [at, text] of texts.entries()) {
    const file = join(directory, `notice-${at + 1}.txt`)
    writeFileSync(file, text)
    notices.push(prepareNotice(await readNoticeFile(file), loadNotices(), notices))
  }
  const set = { name: 'made-up', files: [], notices, isOfBundled: false, questions: [], dialogues: [] }
  const { knowledge } = await knowledgeOf(set)
  async function hold(says: readonly string[]): Promise<string> {
    let [memory, last]: [Memory, string] = [{}, '']
    for (const say of says) {
      const told = await answerQuestion(knowledge, say, memory, today)
      ;[memory, last] = [told.memory, told.answer.text]
    }
    return last
  }
  return { notices, hold }
}
