import { isName, isNever, isUsualGiven, surnameLengthOf, wordLike } from './name-signs.ts'
import { isWord } from './word-bounds.ts'

/** Who signs, sends, receives, is in charge: what a form asks for, and what a sentence says before a name. */
const role =
  '(?:(?<!(?:个|他|别|某|有|无|何|每|机器|工|老|外|众|两|多|几|本|当事|私|令|感|惊)人)(?<=\\p{Script=Han}人)|姓名|名字|名叫|主管|主任|组长|院长|所长|处长|科长|部长|校长|经理|总监|导师|助理|秘书|专员|干事|委员|代表|顾问|主编|教练|师傅|法人|同事|同学|朋友|邻居|爱人|老公|老婆|丈夫|妻子|儿子|女儿|孩子|学生|患者|签收|落款|署名|抄送)'
const column = '(?:一栏|那栏|这栏|栏里?|这里|那里|处)?'
const may = '(?:可以|可否|能不能|能|要|应该?|该|就|还是|已经|现在|原来|当时|之前|系统里|表上|合同上)?'
const fills = '(?:写|填|登记|改|换|报|定|选|安排|指定|变更|调整)(?:的)?(?:是|为|成|了|作|给)?|是|为|叫做?|[:：]|'
const lead = new RegExp(`${role}${column}${may}(?:${fills})[ "“「(]{0,2}`, 'gu')
/** What follows a name that is all there is: the end of a part of a sentence, or how it goes on of a person. */
const ends =
  /^(?:$|[^\p{Script=Han}]|[吗呢吧嘛么]|上周|上个?月|下周|昨|今|明天|去年|刚|已|退休|离职|出差|请假|调走|不在|没来|住院|可以|签字|签了|负责|本人|的(?:身份证|电话|手机|邮箱|签字|签名|名字|材料|专利))/u

/** Names that are all an entry of a form holds, or that stand right behind what somebody is, though they may be words. */
export function entryNames(text: string): [start: number, end: number][] {
  return [...text.matchAll(lead)].flatMap(({ 0: words, index }): [number, number][] => {
    const start = index + words.length
    const signs = [...text.slice(start, start + 8)]
    const surnameLength = surnameLengthOf(signs)
    if (surnameLength === 0) return []
    for (const count of [2, 1]) {
      const name = signs.slice(0, surnameLength + count)
      const end = start + name.join('').length
      if (name.length < surnameLength + count || !ends.test(text.slice(end, end + 4))) continue
      const given = name.slice(surnameLength)
      const isLoose =
        count === 2 && !wordLike.has(name[0]!) && name[0] !== '付' && isName(name) && !isWord(given.join(''))
      if ((isUsualGiven(given) || isLoose) && !isNever(name.join(''))) return [[start, end]]
    }
    return []
  })
}
