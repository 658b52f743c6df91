import type { MoveName } from './move.ts'

/** What people say in Chinese for a step in an interview, and in English; each against the whole message without its last sign. */
type Spoken = readonly [RegExp, RegExp, MoveName]

/** 我不想做了, 先不填了, 今天不弄了吧: of doing in general. */
const wantsNoMore =
  /^(?:我们?|先|暂时|今天|现在|还是|算了|那|这次|就|[，,])*(?:不|别|懒得)(?:想|要|打算|准备|再|继续|高兴)*(?:做|弄|填|答|回答|查|搞|写|测|试|自查|进行|继续|聊|报)(?:这个|下去)?(?:了|啦|喽)吧?$/u
const wantsNoMoreInEnglish =
  /^(?:i|we)(?: really)? (?:don['’]t|do not) (?:want|feel like|wish)(?: to)? (?:do|doing|go on|going on|continue|carry on|answer|fill|finish|keep going)(?: with)?(?: (?:it|this|that|(?:this|the) (?:self-)?check))?(?: any ?more| any longer| now| today)*$|^no more(?: questions)?$|^(?:that['’]s )?enough(?: for (?:now|today))?$|^(?:i['’]m|we['’]re) done with (?:it|this)$/u
/** 以后再说, 改天再填, 先到这里. */
const later =
  /^(?:算了|那|我|先|[，,])*(?:以后|下次|改天|回头|晚点|过几天|有空|明天)(?:我)?再(?:说|做|弄|填|答|回答|查|来|搞|看)吧?$|^(?:那|就|先|今天)*(?:到这里?|到此为止|这样|停一下)(?:了|吧)*$/u
const laterInEnglish =
  /^(?:maybe |perhaps )?(?:(?:some )?other time|another (?:time|day)|later|tomorrow|not now)$|^(?:i['’]ll|we['’]ll|i will|we will) (?:do|finish|continue|fill in|answer) (?:it|this|that|the rest) (?:later|another (?:time|day)|tomorrow|some other time)$|^(?:stop here|that['’]s it) for (?:now|today)$/u
const prior =
  '(?:上一?|前一?|刚才?那?一?|刚刚那?一?|上面那?一?|前面那?一?|之前那?一?)(?:[题步项道条]|个(?:问题|回答)?|的?(?:回答|答案))?'
const slipped = '我?(?:好像|可能)?(?:答|填|写|选|点|说|搞|弄|打|按)错(?:了|啦)?'
const isWrong = `(?:${slipped}|(?:错|有误|不对|不是这样)(?:了|啦)?)`
const change = '(?:改一?改|改一?下|改|修改一?下?|更正一?下?|重新?[答填选写]一?[下遍]?|再[答填选写]一?[次遍])'
/** That the question before is to be put again: 不对，我改一下上一题, 前面那个填错了. One that says what it is to be is a correction. */
const wantsBack = new RegExp(
  `^(?:(?:不对|错了|等等|等一下|慢着|哎呀?|啊|那个|那|我|想|要|请|帮我|需要|能不能|可以|让我|把|回去|[，,])*(?:${prior}(?:我|是|都)?(?:${isWrong}|(?:要|想|得)?${change})|${change}${prior}|${slipped})[，,]?(?:我?(?:要|想|得)?${change})?(?:吗|吧|一下)?)$`,
  'u',
)
const takesBack =
  /^(?:请|我要|帮我)?(?:撤销|撤消|撤回|收回|反悔)(?:一下|掉)?(?:刚才的?|上一?[题步个条]|前一[题步个])?(?:操作|回答|答案|那个)?了?吧?$/u

/** At any time. */
export const steps: readonly Spoken[] = [
  [
    wantsBack,
    /^(?:the )?(?:last|previous)(?: answer| one| question)? (?:was|is) (?:wrong|a mistake|not right)$|^i (?:got|answered) the (?:last|previous) (?:one|question) wrong$|^(?:let me )?(?:change|correct|fix) (?:the|my) (?:last|previous)(?: answer| one| question)?$/u,
    'back',
  ],
  [
    /^(?:返回|回到|回|退回)?(?:上一[题步个]|前一题)$|^(?:返回|后退)$/u,
    /^(?:go |step )?back$|^(?:the )?(?:previous|last)(?: question| one)?$/u,
    'back',
  ],
  [
    takesBack,
    /^undo(?: (?:it|that|this|(?:the |my )?last(?: one| step| change| answer)?))?$|^take (?:it|that) back$/u,
    'undo',
  ],
  [
    /^(?:先)?(?:跳过|略过)(?:这一?题|本题)?吧?$|^下一题$/u,
    /^(?:skip|pass)(?: on)?(?: (?:it|this|that|this one|that one|(?:this|the|that) question))?$|^next(?: question| one)?$|^not sure, skip$/u,
    'skip',
  ],
  [/^(?:查看|看看|当前)?进度$|^答到哪里?了$/u, /^(?:status|progress|where (?:are|were) we)$/u, 'status'],
  [
    /^(?:继续|接着|接着来|继续答)(?:自查|吧)?$/u,
    /^(?:go on|go ahead|continue|carry on|keep going|proceed)(?: with (?:it|the check|the self-check))?$/u,
    'stay',
  ],
  [
    /^(?:我要|我想)?(?:退出|取消|结束|停止|终止)(?:本次|这次)?(?:自查)?吧?$|^算了$/u,
    /^(?:cancel|quit|exit|stop|leave|abort|end)(?: (?:it|this|now|here|(?:this|the) (?:check|self-check)))?$|^never ?mind$|^forget (?:it|about it)$|^(?:i |we )?give up$/u,
    'cancel',
  ],
  [wantsNoMore, wantsNoMoreInEnglish, 'cancel'],
  [later, laterInEnglish, 'cancel'],
  [
    /^(?:重新|从头)(?:再)?(?:来|开始|自查|查|答|填)(?:一[遍次])?(?:吧)?$|^重来(?:一[遍次])?吧?$/u,
    /^(?:start|begin)(?: all)? (?:over|again|afresh|anew|from (?:scratch|the (?:start|beginning)))(?: again)?$|^restart$|^from the (?:start|beginning)$/u,
    'restart',
  ],
  [
    /^(?:确认|提交)(?:无误|提交|看结果)?$|^(?:确认，看结果|看结果|直接看结果|出结果)$/u,
    /^confirm(?:ed)?(?:, show the result| it| them| all)?$|^(?:just )?(?:show|give|tell) (?:me |us )?the (?:result|verdict|outcome)$|^(?:what['’]s|what is) the (?:result|verdict|outcome)$/u,
    'confirm',
  ],
]

/** At the summary a plain yes confirms. */
export const agrees = (plain: string): boolean =>
  /^(?:对|对的|是|是的|好|好的|嗯+|没问题|没错|都对|无误|可以)$/u.test(plain) ||
  /^(?:ok|okay|yes|yep|yeah|sure|fine|correct|all (?:right|correct|good|fine)|(?:that|it|this)(?:['’]s| is)(?: all)? (?:right|correct|fine|all)|(?:that |it |this )?looks (?:good|right|correct|fine)|everything is (?:right|correct|fine)|go ahead|proceed|(?:that['’]s|i['’]m|we['’]re) (?:it|done))$/iu.test(
    plain,
  )

/** Where two answers don't fit together. */
export const saysBothRight = (plain: string): boolean =>
  /^(?:两项|两个)?(?:都)?(?:没错|没问题|是对的|对的?|正确)$|^(?:they(?:['’]re| are) )?both(?: are| of them are)? (?:right|correct|true|fine)$/iu.test(
    plain,
  )

/** Of the verdict. */
export const ofVerdict: readonly Spoken[] = [
  [
    /^(?:我们|那)?(?:到底|具体)?(?:还|都)?(?:差|缺)(?:多少|什么|哪些|哪几项|哪里|些什么)(?:条件|东西)?(?:啊|呢|呀)?$|^差距(?:是多少|在哪里?)?$/u,
    /^(?:so )?how far (?:off |away |short )?are we(?: off)?$|^how (?:much|many)(?: of \w+)? (?:is|are|do)(?: we)?(?: still)? (?:missing|lack|short)$|^what(?:['’]s| is| are we| do we| are)(?: still| the)? (?:missing|lack|lacking|short of|miss|gaps?|need still)$|^what do we still (?:need|lack|miss)$|^where (?:do|are) we (?:fall(?:ing)? )?short$|^(?:which|what) conditions (?:are(?:n['’]t| not)|do(?:n['’]t| not)) (?:we )?(?:met|meet)$/u,
    'missing',
  ],
  [
    /^(?:那|我们)?(?:都|还)?(?:要|需要|该|得)?(?:准备|交|提交|备)(?:些)?(?:什么|哪些)(?:材料|东西|资料)?(?:啊|呢|呀)?$|^准备清单$/u,
    /^what (?:else )?(?:(?:should|must|shall|can|do) (?:we|i)(?: (?:need|have))?(?: to)?|is there to|to) (?:prepare|hand in|submit|provide|get ready|send in)$|^(?:what|which) (?:documents|materials|papers|paperwork|evidence|forms)(?: (?:do|should|must) we| are| is)?(?: (?:need|have|needed|required))?(?: to)?(?: (?:prepare|hand in|submit|provide))?$|^(?:the )?(?:preparation list|checklist)$/u,
    'prepare',
  ],
  [
    /^(?:我要|我想)?(?:改|修改|更改|换)(?:一?个|一下)?(?:回答|答案)$/u,
    /^(?:i |we )?(?:want to |would like to |need to |let me )?(?:change|edit|correct|fix) (?:an?|one|my|our|the|some)(?: of (?:my|our|the))? (?:answers?|thing)$/u,
    'edit',
  ],
]

/** The step that the words mean, in either language; politeness around them is passed over. */
export function stepIn(list: readonly Spoken[], plain: string): MoveName | undefined {
  const english = plain
    .toLowerCase()
    .replace(
      /^(?:(?:please|ok|okay|well|so|now|and|let['’]s|let us|can we|could we|could you|can you|i want to|we want to|i['’]d like to)[,\s]+)+/u,
      '',
    )
    .replace(/[,\s]+(?:please|then|now|thanks|thank you)$/u, '')
  return list.find(([chinese, spoken]) => chinese.test(plain) || spoken.test(english))?.[2]
}
