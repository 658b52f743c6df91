import { expect, test } from 'vitest'
import { answerQuestion } from '../../../services/answering/answer-question.ts'
import { answeringPath } from '../../../services/model/answering-path.ts'
import { openEndpoint } from '../../../services/model/endpoint.ts'
import { ModelFailure } from '../../../services/model/failure.ts'
import { before, modelLimitMs } from '../../../services/model/time-limit.ts'
import { afterAllWindows as today, answering } from '../../support/answering.ts'
import { choosing, startModelEndpoint, unhelpful } from '../../support/model-endpoint.ts'
import { withinTwoSeconds } from '../../support/two-seconds.ts'

test('a search that never ends once a model was heard leaves what was found before', async () => {
  const endpoint = await startModelEndpoint(
    choosing((laid) =>
      laid.kind === 'reading'
        ? { ...unhelpful(laid), about: [1], topic: 1 + laid.topics.indexOf('盘点率') }
        : unhelpful(laid),
    ),
  )
  const { knowledge } = await answering()
  const asked = '家底要摸到啥程度啊'
  const plain = await answerQuestion(knowledge, asked, {}, today)
  let searches = 0
  const stuck: typeof knowledge = {
    ...knowledge,
    search: (query) => ((searches += 1) === 1 ? knowledge.search(query) : new Promise(() => undefined)),
  }
  const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
  const cache = { find: async () => undefined, keep: async () => undefined }
  const path = answeringPath({ ask, model: 'm', cache })
  const { found } = await withinTwoSeconds(() =>
    path.invoke({ knowledge: stuck, asked, memory: {}, today, deadline: performance.now() + modelLimitMs }),
  )
  expect(searches).toBe(2)
  expect(found!.answer.text).toBe(plain.answer.text)
})

test('nothing is begun once time is over', async () => {
  let isBegun = false
  const late = before(performance.now() - 1, async () => void (isBegun = true))
  await expect(late).rejects.toEqual(new ModelFailure('slow'))
  expect(isBegun).toBe(false)
})
