import type { Intent } from './question.ts'

const patterns: Record<Intent, RegExp> = {
  list: /哪些|哪几|有哪|列出|列一下|列举|清单|名单|分别(?:是|有)|都(?:有|是|要)|几(?:条|项|个|点|部分|大块|方面|步|类)|[三四五六七八九十]+(?:项|条|个|点|类|大块|方面|家|部分)|全部|所有|包括|完整|什么(?:条件|任务|目标|内容)|还有什么|多少(?:项|条)|步骤|流程|程序|怎么申报|报个|which|list/u,
  comparison:
    /相比|比较|哪个.{0,6}(?:早|晚|多|少|高|低|长|短|严|宽|快|慢)(?!少|久)|对比|区别|不同|不一样|一样|差别|差异|差多少|变化|变了|还是|\bvs\b|compare|difference|\bboth\b|比.{0,8}(?:多|少|高|低)|各(?:评|给|是|要|有)|分别|同一个|多了|少了|(?:哪个|哪边|谁)(?:更)?(?:高|低|多|少|早|晚|严|宽松)/u,
  confirmation:
    /(?:对吧|对不对|没错吧|是吧|是不是|对吗|是吗|没问题吧|没记错吧|行吧|可以吧|吧|吗|没关系|嘛)[？?。!！]*$|允许|能不能|可不可以|是否|要不要|需不需要|用不用|有没有|算不算|会不会|行不行|够不够/u,
  definition: /指什么|什么意思|啥意思|指的是|什么叫|简称|指哪|干什么的|是什么样|性质|含义|是个什么|是什么/u,
}

/** What the wording asks for beside a fact. */
export const readIntents = (text: string): Set<Intent> =>
  new Set((Object.keys(patterns) as Intent[]).filter((intent) => patterns[intent].test(text)))
