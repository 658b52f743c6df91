import lexicon from '../../knowledge/lexicon/drafting.json' with { type: 'json' }
import { findModal } from '../../knowledge/statements/words.ts'
import { type Need, anyOf, claim, negated } from './need.ts'
import type { Kind } from './entry.ts'
import { isNoun, namesApplicants, readApplicants } from './read-applicants.ts'
import { oneOf, ownName, permits, quota, refusal } from './words.ts'

const procedural = new RegExp(oneOf(lexicon.procedural), 'u')

/** 不受前款第（四）项限制: who may do without what is said elsewhere. */
const otherRoute = /不受[^，。]*(?:第[^，。]{1,8}[项款条]|前款|上款|上述|前述)[^，。]*(?:限制|约束)/u

/** Who may apply is read as such; what is no requirement is left out. */
export function otherwise(
  sentence: string,
  kind: Kind,
  isEntry: boolean,
  isOfSomebody: boolean,
): Need | null | undefined {
  if (/优先/u.test(sentence) && kind !== 'preferences') return null
  // A类：数字化车间 only says what the class is called.
  if (
    sentence
      .split(/[；;]/u)
      .every((one) => /^(?:(?:项目|类别|方向|专题)[A-Za-z甲乙丙丁]|[A-Za-z甲乙丙丁]类)[：:][^，]{2,24}$/u.test(one))
  )
    return null
  if (ownName.test(sentence.replace(/，除[^，]*外$/u, ''))) return null
  if (procedural.test(sentence) && !isEntry) return null
  if (otherRoute.test(sentence)) return { unread: sentence }
  // The table itself is read.
  if (/^[^，]*(?:符合|达到|满足)(?:下表|上表|以下表格|下列表格)[^，]*$/u.test(sentence)) return null
  const [first = ''] = sentence.split('，')
  if (namesApplicants(first) && /^[^，]+，(?:符合|满足|具备)(?:下列|以下)[^，]*$/u.test(sentence))
    return readApplicants(first) ?? null
  const outside =
    /^(?:除(?<but>[^，]+?)(?:以)?外，)?(?<who>[^，]{2,40}?)(?:均|一律)?(?:不适用本|不在[^，]{0,8}范围|不属于[^，]{0,8}范围|不纳入)[^，]*$/u.exec(
      sentence,
    )?.groups
  if (outside?.['who'] !== undefined && !outside['who'].endsWith('的')) {
    const denied = negated(claim(`为${outside['who']}`))
    return outside['but'] === undefined ? denied : anyOf([claim(`为${outside['but']}`), denied])!
  }
  if (kind !== 'refusals' && !isOfSomebody && (isNoun(sentence) || namesApplicants(sentence)))
    return readApplicants(sentence) ?? null
  if (quota.test(sentence)) return claim(sentence)
  if (kind === 'refusals' && !isEntry) return /的$|情形/u.test(sentence) || refusal.test(sentence) ? undefined : null
  if (kind === 'refusals' || isEntry) return undefined
  const modality = findModal(sentence)?.modality
  const isFree = modality === 'may' && !permits(sentence) && !/应|须|必须|不/u.test(sentence)
  return isFree || modality === 'encouraged' || procedural.test(sentence) ? null : undefined
}
