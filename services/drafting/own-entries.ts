import type { Clause } from '../../knowledge/parsing/clause.ts'
import { bodyStart } from '../../knowledge/statements/clause-context.ts'
import { caseOfLead } from './case-of-lead.ts'
import { type Need, allOf, anyOf, claim, negated, plainNeedsOf } from './need.ts'
import type { Entry, Kind } from './entry.ts'
import { otherwise } from './read-otherwise.ts'
import { type Given, readProvisions } from './read-provision.ts'
import { endsWithApplicant, endsWithBody, personOfLead, quota, refusal, startsClaim } from './words.ts'
import { labelledKind } from './section-words.ts'

export type { Entry, Kind }

/** 为本院全职人员 or 由普通高校牵头申报, at the beginning of an entry, is no title. */
const saysItself = (heading: string): boolean =>
  /^(?:为|是|属于|系)/u.test(heading) || /由[^，]{2,}(?:申报|申请|推荐)|应|须/u.test(heading)

/** Where a clause's own words begin, behind its marker and a heading on the same line. */
export function wordsStart(clause: Clause): number {
  const start = bodyStart(clause)
  const rest = clause.text.slice(start)
  const blank = rest.length - rest.trimStart().length
  const labelled = labelledKind(rest.trim())
  if (labelled) return start + blank + labelled.length
  const led =
    clause.heading === '' || saysItself(clause.heading) || /\d|不(?:少|低|高|超)/u.test(clause.heading)
      ? -1
      : rest.indexOf(clause.heading)
  const behind = led < 0 ? '' : rest.slice(led + clause.heading.length)
  return led >= 0 && led <= 1 && /^[。．：:\s]/u.test(behind) ? start + led + clause.heading.length + 1 : start
}

/** The last words of a clause, where they open a list. */
export function leadOf(text: string): string {
  const lead = /[^。；]*[：:]$/u.exec(text)?.[0] ?? ''
  // …应符合下列条件之一；仅以商标质押的，不适用本款：
  return /不适用本[款项条]/u.test(lead) ? (/[^。]*[：:]$/u.exec(text)?.[0] ?? '') : lead
}

/** What the words before a list say by themselves: all but the chunk that opens it. */
function ownText(text: string, start: number): string {
  const lead = leadOf(text.slice(start))
  if (lead === '') return text
  const chunk = lead.lastIndexOf('，')
  const last = lead.slice(chunk + 1)
  const isWhole =
    chunk < 0 ||
    /以下|下列|如下/u.test(lead.slice(0, chunk)) ||
    caseOfLead(lead) !== undefined ||
    refusal.test(lead) ||
    /^(?:可以?|均可)/u.test(last)
  // …具有独立法人资格且需满足以下条件之一：
  const said =
    /^(?<own>.{4,}?)(?:，|且|并)(?:还|同时)*(?:应当?|须|需|要|必须)?(?:同时)?(?:满足|符合|具备|包括|达到)/u.exec(last)
      ?.groups?.['own']
  const before = text.slice(0, text.length - lead.length)
  if (isWhole) return before + (said === undefined || refusal.test(lead) ? '' : said)
  return before + lead.slice(0, chunk) + (said === undefined ? '' : `，${said}`)
}

/** Words that say themselves that they refuse are denied already. */
const saysRefused = (text: string): boolean => refusal.test(text) || quota.test(text.trim())

const but = /^(?<what>.+?)的?，(?:但是?)?(?<but>[^，；]+?)的?除外$/u

/** A ground for refusal in words alone is one, however many commas it has. */
function refusedNeed(need: Need, text: string): Need {
  const words = text
    .trim()
    .replace(/[；;。]+$/u, '')
    .replace(/的(?:（[^（）]*）)?$/u, '')
  const excepted = but.exec(words)?.groups
  const other = excepted?.['but'] ?? ''
  if (excepted) {
    const allowed = claim(startsClaim.test(other) ? other : `属于${other}`)
    return anyOf([negated(claim(excepted['what']!.replace(/的$/u, ''))), allowed])!
  }
  if (words.includes('；') && !/[：:]/u.test(words))
    return allOf(
      words.split('；').map((one) => negated(claim(one.replace(/^[（(]?\d+[）).、]/u, '').replace(/的$/u, '')))),
    )!
  const isPlain = plainNeedsOf(need).every(
    (one) =>
      one.kind === 'claim' ||
      one.kind === 'choice' ||
      (one.kind === 'date' && (one.limits.notBefore ?? one.limits.notAfter) !== undefined),
  )
  return negated(isPlain && !('when' in need) ? claim(words) : need)
}

const ofList =
  /^(?:\d+[.、])?(?<metric>[^，：；]{4,60}?)(?:均|都|还|也|同时|应当?|须|需|必须)*(?:符合|满足|达到)(?:以下|下列|如下)(?:要求|标准|条件|比例)?[：:]$/u

/** 研发费用占营业收入的比例符合以下要求：: what the entries of the list are of. 学科带头人应同时符合…: whose they are. */
export function givenBy(lead: string): Given {
  const subject = personOfLead(lead)
  const metric = ofList.exec(lead.trim())?.groups?.['metric'] ?? ''
  const isWho = subject !== '' || endsWithApplicant.test(metric) || endsWithBody.test(metric)
  return { metric: isWho ? '' : metric, subject }
}

export function ownEntries(clause: Clause, kind: Kind, given?: Given): Entry[] {
  const start = wordsStart(clause)
  const text = ownText(clause.text, start)
  if (clause.kind === 'heading' || text.length <= start) return []
  const words = text.slice(start)
  const isEntry = clause.marker !== undefined || given?.isListed === true
  const found = readProvisions(
    `${' '.repeat(start)}${words}`,
    start,
    (sentence, at) =>
      otherwise(
        sentence.replace(/[；;]$/u, ''),
        kind,
        isEntry && at === 0,
        given?.subject !== undefined && given.subject !== '',
      ),
    given,
  )
  return found.map((one) => ({
    ...one,
    ...(kind === 'refusals' &&
      !saysRefused(clause.text.slice(one.start, one.end)) && {
        need: refusedNeed(one.need, clause.text.slice(one.start, one.end)),
      }),
    clause,
    from: [clause.id],
    ...(clause.heading !== '' && { title: clause.heading }),
  }))
}
