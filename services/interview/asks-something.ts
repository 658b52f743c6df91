/** Nothing is asked by these, though they hold a word that asks: 没什么, 什么都没有, 没多少, 几件, 哪都没有. */
const indefinite =
  /没有?(?:什么|啥|怎么|多少|哪)|(?:什么|啥|哪里?|怎么|谁)(?:都|也)|不怎么|多少有|好几|没有?几|十几|几[十百千万]|\p{Script=Han}几[件家个次]/gu
const marked = /[?？][\s。!！]*$|[吗么嘛][。!！\s]*$/u
const interrogative =
  /什么|啥(?!都)|怎么|怎样|咋|如何|为何|多少|哪(?!怕)|谁|几(?:时|点|号|月|天)|是否|能否|可否|多久|多大|有何|何时|请问|(\p{Script=Han})[不没]\1|有没有/u
/** 没有没有 is no 有没有. */
const repeated = /^(\p{Script=Han}{1,4}?)\1+/u
const english =
  /^(?:(?:and|but|so|ok|okay|well|please)[, ]+)?(?:what|how|why|when|where|who|whom|whose|which|can|could|may|does|do (?:we|i|you|they)|did (?:we|i|you)|is (?:it|the|there|this|that|our|a)|are (?:there|we|you|our)|am i|will|would|should|must|tell me|please explain|explain)\b/iu

/** Whether a message of an interview asks something of the person's own, with a question mark or without. */
export const asksSomething = (text: string): boolean => {
  if (marked.test(text) || english.test(text.trim())) return true
  return interrogative.test(text.replace(repeated, '$1').replace(indefinite, ''))
}

/** Words of a person's own state: a message with one is no bare topic such as 申报截止日期 or 联系方式. */
const statement = /[了没未已都还在有是能会正嗯吧呀呢我咱不无\d]|做|弄|完/u

/** Whether a message only names something, which is how people ask in short: 配套资金, 联系方式. */
export const namesSomething = (text: string): boolean => {
  const isEnglish = !/\p{Script=Han}/u.test(text)
  return text.trim().length >= 4 && !(isEnglish ? text.trim().split(/\s+/u).length > 3 : statement.test(text))
}
