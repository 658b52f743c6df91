import { describe, expect, test } from 'vitest'
import { faultsOf, readSamples, type SampleDialogue, type SampleQuestion } from '../support/judge.ts'
import { realApp } from '../support/real-app.ts'

const { say, assistant } = await realApp()
const folder = new URL('../fixtures/samples/', import.meta.url).pathname
const questions = readSamples<SampleQuestion>(`${folder}questions.jsonl`)
const dialogues = readSamples<SampleDialogue>(`${folder}dialogues.jsonl`)

type Judged = { id: string; faults: string[] }

async function judgeDialogue({ id, turns }: SampleDialogue): Promise<Judged[]> {
  const judged: Judged[] = []
  let conversation: string | undefined
  for (const [at, turn] of turns.entries()) {
    const said = await say(turn.say, conversation)
    conversation = said.conversation
    judged.push({ id: `${id}.${at + 1} ${turn.say}`, faults: faultsOf(turn, said.replies) })
  }
  return judged
}

/** The share judged right, with what is wrong with the others printed. */
function rightShare(judged: Judged[]): number {
  const wrong = judged.filter(({ faults }) => faults.length > 0)
  for (const { id, faults } of wrong) console.log(`${id}: ${faults.join('; ')}`)
  return 1 - wrong.length / judged.length
}

describe('of the shared samples, asked over HTTP', () => {
  test('at least 85 % of the questions are answered, cited and refused rightly', async () => {
    expect(questions.length).toBeGreaterThan(40)
    const judged: Judged[] = []
    for (const sample of questions) {
      const { replies } = await say(sample.question)
      judged.push({ id: `${sample.id} ${sample.question}`, faults: faultsOf(sample, replies) })
    }
    expect(rightShare(judged)).toBeGreaterThanOrEqual(0.85)
  })

  test('at least 90 % of the turns of dialogues are', async () => {
    const judged = (await Promise.all(dialogues.map(judgeDialogue))).flat()
    expect(judged.length).toBeGreaterThan(10)
    expect(rightShare(judged)).toBeGreaterThanOrEqual(0.9)
  })

  test('every quote stands in its notice, white space aside', async () => {
    const plain = (text: string) => text.replace(/\s/g, '')
    for (const { question } of questions.slice(0, 20)) {
      for (const { citations } of (await say(question)).replies) {
        for (const { notice, quote } of citations) {
          expect(plain(assistant.services.notices.find(notice)!.source), question).toContain(plain(quote))
        }
      }
    }
  })
})
