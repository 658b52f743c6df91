import { describe, expect, test } from 'vitest'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { pendingAmendments } from '../../../services/amending/pending-amendments.ts'
import { takeAmendments } from '../../../services/drafting/take-amendments.ts'
import { programmesInUse } from '../../../services/eligibility/programmes-in-use.ts'
import { resolveProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import { pilotBase, pilotNotice } from '../eligibility/pilot-base.ts'

type Given = { id?: string; title?: string; amends?: string[]; replaces?: string[]; issued?: string }

/** A made-up notice on that of the pilot bases. */
function another(lines: string[], { id = 'amending', amends = [pilotNotice.id], ...given }: Given = {}) {
  const metadata = {
    id,
    title: '关于调整中试基地申报有关事项的通知',
    shortTitle: '调整通知',
    issuer: '江陵市科学技术局',
    issued: '2026-11-20',
    year: 2026,
    replaces: [],
    programmes: [],
    rosters: [],
    amends,
    ...given,
  }
  return parseNotice(
    metadata,
    `${metadata.title}\n\n各有关单位：\n\n${lines.join('\n\n')}\n\n江陵市科学技术局\n\n2026年11月20日\n`,
  )
}

const published = [{ document: pilotBase, original: pilotNotice }]
const inUse = (...others: ReturnType<typeof another>[]) => programmesInUse([pilotNotice, ...others], [], [], published)
const changesBy = (...lines: string[]) => {
  const { programmes, suspended } = inUse(another(lines))
  return suspended[0]?.reason ?? (programmes[0]!.changes ?? []).map(({ part, id }) => `${part} ${id}`)
}

const size = ['criterion size']
const amendments: [title: string, line: string, changes: string[] | string][] = [
  ['a place and both texts', '将第一条第3点中“职工人数不超过300人”修改为“职工人数不超过500人”。', size],
  ['a place as it is printed', '“一、申报条件”第3项中的“300人”调整为“500人”。', size],
  ['a whole provision', '一、申报条件第3点修改为：“职工人数不超过500人。”', size],
  ['its words alone', '“上年度营业收入超过1000万元”改为“上年度营业收入超过800万元”。', size],
  ['from one figure to another', '职工人数上限由300人调整为500人。', size],
  ['words that go', '删去第一条第4点“国有企业须取得主管部门同意”。', ['criterion consent']],
  ['one more condition', '在“申报条件”部分增加一项，作为第6项：“申报单位近三年未发生安全事故。”', ['added p1']],
  ['the last day', '申报截止时间延长至2027年1月15日。', ['window window']],
  ['the last day from another', '申报时间由2026年12月31日延长至2027年1月15日。', ['window window']],
  ['the money', '将“最高不超过100万元”修改为“最高不超过150万元”。', ['support support']],
  ['whom to call', '联系人调整为：王工，联系电话：0716-8000001。', []],
  ['nobody can tell what', '有关要求按新规定执行。', ['added p1']],
]

test('the number of a provision that is quoted with its words is none of them', () => {
  const line = '将“3.职工人数不超过300人”修改为“3.职工人数不超过500人”。'
  const [change] = pendingAmendments(pilotNotice, [pilotNotice, another([line])])
  expect(change).toMatchObject({ before: '职工人数不超过300人', after: '职工人数不超过500人' })
})

describe('a notice that changes another without replacing it leaves open what it changes', () => {
  test.each(amendments)('%s', (_, line, changes) => {
    expect(changesBy(line)).toEqual(changes)
  })

  test('both texts are told, and the citation is the clause that changes it', () => {
    const amending = another(['第一条第3点中的“300人”修改为“500人”。'])
    const [programme] = inUse(amending).programmes
    const found = checkProgramme(programme!, { staffCount: 400, revenueWan: 5000 }, '2026-11-21')
    const criterion = found.criteria.find(({ id }) => id === 'size')!
    expect(criterion.status).toBe('unknown')
    expect(criterion.note).toMatch(/这一条通知已改，正在核对.*不超过300人.*不超过500人/u)
    expect(criterion.source.notice).toBe('amending')
    expect(squeeze(amending.source)).toContain(squeeze(criterion.source.quote))
    expect(found.warning).toMatch(/规模/u)
  })

  test('several changes under one lead, and words over several lines', () => {
    const lines = [
      '一、对申报条件作如下修改：',
      '（一）第1点中“满三年”修改为“满两年”。',
      '（二）第2点修改为：',
      '“2.申报单位信用良好。”',
    ]
    expect(changesBy(...lines)).toEqual(['criterion applicant', 'criterion honest'])
  })

  test('the new last day is taken over from the clause that names it', () => {
    const [programme] = inUse(another(['申报截止时间延长至2027年1月15日。'])).programmes
    const { window } = checkProgramme(programme!, {}, '2027-01-10')
    expect(window).toMatchObject({ status: 'open', closes: '2027-01-15', source: { notice: 'amending' } })
  })

  test('a first day of its own stays with the words that name it', () => {
    const lines = ['申报时间为2026年11月10日至2026年12月31日。']
    const own = { ...pilotNotice, ...another(lines, { id: pilotNotice.id, amends: [], issued: '2026-11-02' }) }
    const quote = '申报时间为2026年11月10日至2026年12月31日'
    const criterion = { ...pilotBase.criteria[0]!, quote }
    const document = {
      ...pilotBase,
      window: { quote, opens: '2026-11-10', closes: '2026-12-31' },
      criteria: [criterion],
      facts: { isLocalCompany: pilotBase.facts['isLocalCompany']!, foundedOn: pilotBase.facts['foundedOn']! },
      support: { amountText: '以通知为准', placesText: '', restrictions: [] },
      preparation: [],
    }
    const amending = another(['申报截止时间延长至2027年1月15日。'])
    const { programmes, suspended } = programmesInUse([own, amending], [], [], [{ document, original: own }])
    expect(suspended).toEqual([])
    const { window } = checkProgramme(programmes[0]!, {}, '2026-11-05')
    expect(window).toMatchObject({ status: 'not-yet-open', opens: '2026-11-10', closes: '2027-01-15' })
    expect(window.note).toBe('申报自2026年11月10日起，尚未开始。')
    const preparation = [{ id: 'way', kind: 'submission' as const, text: '2026年12月31日前报送至区文化局。' }]
    const told = '2026年12月31日前报送至区文化局（截止时间已改：申报截止时间延长至2027年1月15日）。'
    const prepared = { ...document, preparation }
    const [amended] = programmesInUse([own, amending], [], [], [{ document: prepared, original: own }]).programmes
    expect(amended!.preparation[0]!.text).toBe(told)
    expect(takeAmendments(prepared, own, pendingAmendments(own, [own, amending])).document.preparation[0]!.text).toBe(
      told,
    )
    const { document: taken } = takeAmendments(document, own, pendingAmendments(own, [own, amending]))
    expect(taken.window).toMatchObject({ opening: { quote }, notice: 'amending' })
    expect(resolveProgramme([own, amending], taken)).toHaveProperty('programme')
    const wrong = { ...taken, window: { ...taken.window, opening: { quote: '申报时间为2026年11月9日' } } }
    expect(resolveProgramme([own, amending], wrong)).toHaveProperty('faults')
  })

  test('what the rules have taken up is changed no more, and rests on the amending clause', () => {
    const amending = another(['第一条第3点中的“300人”修改为“500人”。'])
    const quote = '第一条第3点中的“300人”修改为“500人”'
    const criteria = pilotBase.criteria.map((one) =>
      one.id === 'size' ? { ...one, quote, notice: 'amending', condition: { fact: 'staffCount', atMost: 500 } } : one,
    )
    const document = { ...pilotBase, criteria, amendments: ['amending'] }
    const [programme] = programmesInUse(
      [pilotNotice, amending],
      [],
      [],
      [{ document, original: pilotNotice }],
    ).programmes
    expect(programme!.changes).toBeUndefined()
    expect(programme!.criteria.find(({ id }) => id === 'size')!.source).toMatchObject({ notice: 'amending', quote })
    // The amendment is taken back: the rule rests on nothing any more.
    const [without] = programmesInUse([pilotNotice], [], [], [{ document, original: pilotNotice }]).programmes
    expect(without!.changes).toMatchObject([{ part: 'criterion', id: 'size' }])
  })

  test('an older notice changes nothing', () => {
    const older = another(['“300人”修改为“500人”。'], { issued: '2026-10-01' })
    expect(inUse(older).programmes[0]!.changes).toBeUndefined()
  })
})

describe('a notice that puts another out of force', () => {
  const title = '江陵市科学技术局关于组织申报2027年度江陵市中试基地的通知'
  const repeal = (line: string) => another([line], { id: 'repeal', amends: [], replaces: [pilotNotice.id] })

  test('closes its programme by its clause, from the day that it names', () => {
    const [programme] = inUse(repeal(`《${title}》（江科规〔2026〕9号）自2026年12月1日起废止。`)).programmes
    expect(checkProgramme(programme!, {}, '2026-11-30').window.status).toBe('open')
    const { window, canApplyNow } = checkProgramme(programme!, {}, '2026-12-01')
    expect(window).toMatchObject({ status: 'closed', repealed: true, source: { notice: 'repeal' } })
    expect(window.note).toMatch(/已经废止.*自2026年12月1日起废止/u)
    expect(canApplyNow).toBe(false)
  })

  test('closes it on its own day where it names none', () => {
    const [programme] = inUse(repeal(`经研究，决定废止《${title}》。`)).programmes
    expect(checkProgramme(programme!, {}, '2026-11-19').window.status).toBe('open')
    expect(checkProgramme(programme!, {}, '2026-11-20').window.status).toBe('closed')
  })

  test('is none where it only comes after it', () => {
    const [programme] = inUse(repeal('现将中试基地建设有关事项通知如下。')).programmes
    expect(checkProgramme(programme!, {}, '2026-12-01').window.status).toBe('open')
  })
})
