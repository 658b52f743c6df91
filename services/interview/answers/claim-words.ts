/** Said before an answer without meaning anything: 嗯, 我们, 那个. */
export const opening =
  /^(?:嗯+|呃+|额|哦+|噢|啊|诶|唉|那个|这个|那|就|我们?(?!校|院)|阿拉|我院|我校|我单位|贵单位|本院|本校|本单位|咱们|咱|俺们|医院|学校|单位|目前|现在|应该说|[，,、])+/u
/** Said behind one: 吧, 的呢, 额呀. */
export const closing = /(?:吧|呢|啊|呀|哦|哈|喔|噢|哇|啦|嘞|滴|哒|呗|额|咯|喽|哉|咧|捏|的|[。.！!，,；;～~…、])+$/u

/** A yes by itself. */
export const yes =
  /^(?:当然|肯定|确实|的确|自然)*(?:是|对|有|没错|当然|肯定|正是|确实|已|已有|具备|符合|愿意|能|可以|会|算|好了|行|做了|做过|注册|完成|yes|yep|yeah|y|true|ok|you|shi|dui|[√✓✔])(?:[呀啊的呢了]|滴)*$/u
/** What alone is a yes though it means little before other words. */
export const nods = /^(?:嗯+|恩+|唔+|昂|是+的?|对+的?|对头|en+|嗯[呐呢哪])$/u
/** A no by itself. */
export const no =
  /^(?:否|不|不是|没有|没|无|还没|还没有|尚未|未|尚无|暂无|暂时没有|从来没有|不能|不愿意|不具备|不符合|不可以|不算|不会|没做|冇|莫得|呒没|呒没有|no|n|nope|false|mei|meiyou|bushi|[×✗✘])(?:[呢的呀啊哦了]|额)*$/u

/** Denies what is said with it. */
export const denial = /还没有?|还未|尚未|尚无|从未|从没|没有|没能|没|未能|未|不是|不具备|不能|不算|不|无|呒没|冇/u
/** What was done in general words, and adverbs beside it: 全部做完, 已经弄好. */
export const doing =
  /已经|已|早就|早|全都|全部|全|刚刚|刚|总算|终于|也|均|都|过|了|完成|结束|完|好|成|齐|妥|做|弄|搞|办|盘|填|写|签|批|得|到|拿|获|建|设|列|开|搞定|之前|以前|这[块个些类种样]|这方面|相关|每年?|里面?|(?:上|这|本|去|今|前|昨)个?[周月年天][初底末]?|的/gu
/** That something has come to its end. */
export const done = /[完好成齐妥过了]|搞定|结束/u
/** Whoever says one of these has not simply said yes or no. */
export const wavering =
  /部分|基本|完全|一定|快|差|正在|进行中|准备|打算|计划|可能|应该|大概|也许|好像|似乎|估计|但|或|一半|一些|几|多少|大部|差不多|算是|如果|要是/u
/** Under way: no yes, and no against a no. */
export const pending = /正在|进行中|准备|打算|计划/u
/** Still under way, so that it is not done: 还在盘, 还在做. */
export const stillDoing = /^还在|^还要|^还得/u
/** Numbers with a measure word before what they count: 两件, 一单, 2名. */
export const counted = /(?:\d+|[一二两三四五六七八九十]+)[件个家次单名项种例宗起笔]/gu
/** What somebody else told: 老师说, 科研处的同事说是. */
export const reported = /^\p{Script=Han}{1,8}?(?:说|讲|告诉我|回复)(?:了|的)?(?:是)?/u
/** Ranks of awards: 优秀奖, 一等奖. */
export const rank = /优秀|优胜|[金银铜](?=奖)|[一二三特]等(?=奖)/gu
