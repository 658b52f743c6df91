import { randomUUID } from 'node:crypto'
import { buildApp } from '../../bot/app.ts'
import type { AppServices, Outcome } from '../../bot/app-services.ts'
import { buildCatalogue } from '../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { resolveProgrammes } from '../../services/eligibility/resolve-programmes.ts'
import type { Citation, Reply } from '../../services/reply.ts'

const notices = loadNotices()

/** A citation of a real clause. */
export function cite(noticeId: string, clauseId: string): Citation {
  const notice = notices.find(({ id }) => id === noticeId)
  const clause = notice?.clauses.find(({ id }) => id === clauseId)
  if (!notice || !clause) throw new Error(`no clause ${clauseId} in ${noticeId}`)
  return {
    notice: notice.id,
    title: notice.title,
    ...(notice.documentNumber && { documentNumber: notice.documentNumber }),
    ...(notice.issued && { issued: notice.issued }),
    clause: clause.id,
    heading: clause.path,
    quote: clause.quote,
    url: `/notices/${notice.id}#${clause.id}`,
  }
}

/** Units of a list that is too long to be shown at once. */
const units = [...'甲乙丙丁戊己庚辛壬癸'].map((name) => `${name}大学附属医院`)

type Script = Partial<Reply> & Pick<Reply, 'kind' | 'text'>

const hostile = '<img src=x onerror="window.wasRun=true"><script>window.wasRun=true</script>'

const [medicalCenter] = resolveProgrammes(notices)
if (!medicalCenter) throw new Error('no programme to check')
const answers = {
  isShanghaiMedicalInstitution: true,
  registeredInPatentSystem: true,
  inventoryCompleted: true,
  validInventionPatents: 88,
  inventoryRatePercent: 100,
  industrializationRatePercent: 12,
}

const skip = [
  { label: '上一题', send: '/back' },
  { label: '先跳过', send: '/skip' },
]

/** What is said to a message that contains the key: every kind of reply there is. */
const scripts: Record<string, Script[]> = {
  先问一句: [
    { kind: 'answer', text: '每家最多20万元。', citations: [cite('medical-2025', '1.4.p1')] },
    {
      kind: 'question',
      text: '贵单位现有多少件有效发明专利？',
      asks: { programme: 'medical-center-2025', key: 'validInventionPatents' },
      progress: { done: 3, total: 8 },
      actions: skip,
    },
  ],
  有效发明专利: [
    {
      kind: 'answer',
      text: '100 件以上。2025年通知要求：截至申报日，有效发明专利达到 100 件以上。\n2022年通知要求 30 件以上，那一批申报已经结束。',
      citations: [cite('medical-2025', '1.2.1'), cite('medical-2022', '2.2')],
      actions: [
        { label: '还有哪些条件', send: '2025年运营中心还有哪些申报条件？' },
        { label: '截止日期', send: '截止日期是哪天？' },
      ],
    },
  ],
  哪些申报条件: [
    {
      kind: 'answer',
      text: '2025年申报上海市医疗卫生系统知识产权运营中心，要同时符合四项条件：\n1. 有效发明专利达到 100 件以上；\n2. 存量专利盘点率达到 100%；\n3. 发明专利产业化率达到 10%；\n4. 2023年至申报日实际到账 500 万元，或者有作价入股典型案例。\n\n申报对象是在国家知识产权局存量专利盘活系统（https://www.patentnavi.org.cn/）注册并完成盘点的本市医疗卫生机构，咨询电话 021-23170420。',
      citations: ['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.1.p1'].map((clause) => cite('medical-2025', clause)),
    },
  ],
  条件有什么不同: [
    {
      kind: 'answer',
      text: '两次通知都设运营中心，条件不同：\n\n2025年：有效发明专利 100 件以上，盘点率 100%，发明专利产业化率 10%，到账 500 万元或有作价入股案例。\n2022年：三级以上医疗机构，有效发明专利 30 件以上，可运营专利 20 件以上，三年内交易 5 次以上或到账 50 万元以上。',
      citations: ['1.2.1', '1.2.2', '1.2.3', '1.2.4']
        .map((clause) => cite('medical-2025', clause))
        .concat(['2.2', '2.3', '2.4'].map((clause) => cite('medical-2022', clause))),
    },
  ],
  逐项比较: [
    {
      kind: 'answer',
      text: '两年的条件不同：\n《2022年医疗卫生系统运营中心申报通知》「二、申报条件」：\n2.申报单位具有开展知识产权运营的意愿和能力，有效发明专利30件以上，可以投入运营的专利（含发明、实用新型、外观设计专利）20件以上。\n《2025年医疗卫生系统运营（促进）中心申报通知》（沪知局促〔2025〕11号）「（二）申报条件」：\n1.截至申报日，有效发明专利达到100件以上。',
      lead: '两年的条件不同：',
      citations: [cite('medical-2022', '2.2'), cite('medical-2025', '1.2.1'), cite('medical-2025', '1.2.2')],
      table: {
        columns: ['事项', '2022年医疗卫生系统运营中心', '2025年医疗卫生系统运营中心'],
        rows: [
          [{ text: '有效发明专利' }, { text: '至少30件', citation: 0 }, { text: '至少100件', citation: 1 }],
          [{ text: '盘点率' }, { text: '没有要求' }, { text: '100%', citation: 2 }],
        ],
      },
      topic: { label: '2025年运营中心', notice: 'medical-2025', programme: 'medical-center-2025' },
    },
  ],
  名单里有谁: [
    {
      kind: 'roster',
      text: `名单共列${units.length}个：\n${units.join('、')}。\n请于3月22日前报送。`,
      lead: `名单共列${units.length}个：`,
      table: { columns: ['序号', '单位'], rows: units.map((text, at) => [{ text: String(at + 1) }, { text }]) },
    },
  ],
  多少钱: [
    {
      kind: 'answer',
      text: '每家最多20万元。\n对每家单位支持工作经费不超过20万元。\n——《2025年医疗卫生系统运营（促进）中心申报通知》（沪知局促〔2025〕11号）「（四）配套政策」',
      lead: '每家最多20万元。',
      citations: [cite('medical-2025', '1.4.p1')],
      topic: { label: '2025年运营中心', notice: 'medical-2025' },
    },
  ],
  funding: [
    {
      kind: 'answer',
      text: 'At most 200,000 yuan.\n— From the 2025 notice 沪知局促〔2025〕11号 (original in Chinese).',
      lead: 'At most 200,000 yuan.',
      citations: [cite('medical-2025', '1.4.p1')],
      topic: { label: '2025 operation centre', notice: 'medical-2025' },
    },
  ],
  '/topic none': [{ kind: 'info', text: '好的，不限定话题。' }],
  '/topic': [{ kind: 'info', text: '现在谈的是2025年运营中心。', topic: { label: '2025年运营中心' } }],
  '/check': [
    {
      kind: 'question',
      text: 'Is your unit a medical institution in Shanghai?',
      asks: { programme: 'medical-center-2025', key: 'isShanghaiMedicalInstitution' },
      progress: { done: 0, total: 8 },
      actions: [{ label: 'Yes', send: '有' }, { label: 'No', send: '没有' }, ...skip],
    },
  ],
  瑞金医院: [
    {
      kind: 'roster',
      text: '在第二批中期检查名单中找到：\n· 上海交通大学医学院附属瑞金医院，医疗卫生系统知识产权运营中心\n\n要交工作总结及佐证材料，加盖公章，一式二份，于 2024年3月22日前寄送，同时发邮件。那次检查已经结束。',
      citations: [cite('review-2024', 'a3.r32'), cite('review-2024', 'p3')],
    },
  ],
  天气: [
    {
      kind: 'not-found',
      text: '现有的通知里没有写这件事。可以问申报条件、截止时间、支持经费或要交的材料。',
      actions: [{ label: '申报条件有哪些', send: '2025年运营中心还有哪些申报条件？' }],
    },
  ],
  运营中心怎么报: [
    {
      kind: 'clarify',
      text: '您问的是哪一类运营中心？',
      actions: [
        { label: '2025年医疗卫生系统运营中心', send: '2025年运营中心还有哪些申报条件？' },
        { label: '2025年医疗卫生系统运营促进中心', send: '2025年运营促进中心怎么报？' },
        { label: '2022年高校运营中心', send: '2022年高校运营中心怎么报？' },
      ],
    },
  ],
  开始自查: [
    {
      kind: 'question',
      text: '贵单位现有多少件有效发明专利？\n按截至申报日仍然有效的发明专利计算，例如：120件。',
      citations: [cite('medical-2025', '1.2.1')],
      asks: { programme: 'medical-center-2025', key: 'validInventionPatents' },
      progress: { done: 3, total: 8 },
      actions: skip,
    },
  ],
  '120': [
    { kind: 'info', text: '记下了：有效发明专利 120 件。' },
    {
      kind: 'question',
      text: '贵单位是否有成功实施的专利作价入股典型案例？',
      citations: [cite('medical-2025', '1.2.4')],
      asks: { programme: 'medical-center-2025', key: 'hasEquityCase' },
      progress: { done: 7, total: 8 },
      actions: [{ label: '有', send: '有' }, { label: '没有', send: '没有' }, ...skip],
    },
  ],
  没有: [
    {
      kind: 'summary',
      text: '请核对以下回答：\n· 上海市医疗卫生机构：是\n· 有效发明专利：88 件\n· 盘点率：100%\n· 作价入股案例：没有',
      progress: { done: 8, total: 8 },
      actions: [
        { label: '确认，看结果', send: '/confirm' },
        { label: '修改：上海市医疗卫生机构', send: '/edit isShanghaiMedicalInstitution' },
        { label: '修改：有效发明专利', send: '/edit validInventionPatents' },
        { label: '修改：盘点率', send: '/edit inventoryRatePercent' },
        { label: '修改：作价入股案例', send: '/edit hasEquityCase' },
      ],
    },
  ],
  '/confirm': [
    {
      kind: 'assessment',
      text: '2025年上海市医疗卫生系统知识产权运营中心：有申报条件不符合。\n有效发明专利还差 12 件。',
      citations: [cite('medical-2025', '1.2.1')],
      assessment: checkProgramme(medicalCenter, answers, '2025-06-10'),
      actions: [{ label: '看看其他项目', send: '/check' }],
    },
  ],
  标记: [
    {
      kind: 'answer',
      text: `问：${hostile}`,
      citations: [
        {
          ...cite('medical-2025', '1.2.1'),
          heading: hostile,
          title: hostile,
          quote: hostile,
          url: 'javascript:alert(1)',
        },
      ],
      actions: [{ label: hostile, send: hostile }],
    },
  ],
  '/delete': [{ kind: 'info', text: '本次对话的记录已全部删除。' }],
}

/** An assistant that knows a handful of answers by heart, over the real app and the real notices. */
export function standInServices(): AppServices & { feedback: AppServices['feedback'] & { given: unknown[] } } {
  const outcomes = new Map<string, Outcome>()
  const given: unknown[] = []
  return {
    lengths: () => '',
    conversation: {
      async take({ id, text, conversation = randomUUID() }, onReply) {
        const known = outcomes.get(id)
        const script = Object.entries(scripts).find(([key]) => text.includes(key))?.[1] ?? [
          { kind: 'info' as const, text: `收到：${text}` },
        ]
        const replies = script.map((one): Reply => ({ citations: [], actions: [], ...one, id: randomUUID() }))
        const outcome = known ?? { conversation, replies }
        outcomes.set(id, outcome)
        outcome.replies.forEach((reply) => onReply?.(reply))
        return outcome
      },
    },
    notices: { list: () => notices, find: (id) => notices.find((notice) => notice.id === id) },
    programmes: resolveProgrammes(notices),
    firstOffers: () => ({
      about: '2025年运营中心',
      questions: [{ label: '支持多少经费', send: '2025年运营中心给多少钱？' }],
    }),
    today: () => '2025-06-10',
    search: async () => [],
    units: () => ({ entries: [], prepare: [] }),
    rosters: { catalogue: buildCatalogue(notices), rows: [] },
    feedback: {
      given,
      async record(feedback) {
        given.push(feedback)
        return true
      },
    },
    downloads: { names: [], make: async () => undefined },
    ready: async () => ({ database: true, notices: notices.length }),
  }
}

/** Serves the pages with the stand-in behind them on a free port. */
export async function startStandIn(more: Partial<AppServices> = {}) {
  const services = Object.assign(standInServices(), more)
  const app = buildApp(services, { log: false })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, services, close: () => app.close() }
}
