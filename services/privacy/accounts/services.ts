/** Words and signs for WeChat; one letter or sign needs more around it. */
export const wechat = String.raw`(?:企业)?(?:微 ?信|[薇威维徽溦微][❤♥💚]?[信芯心]|v信|微\.信|绿泡泡|绿色软件|小绿|wechat|weixin|wei ?xin|(?<![A-Za-z])(?:vx|wx|v x|w x|vxin|v心)(?![A-Za-z])|(?<![A-Za-z])[加我的](?:个|下|一下)?(?:[薇威微卫徽v]|w(?=[^\p{L}\p{N}]))(?=[ :❤♥💚号是]|[A-Za-z\d_])|(?<![\p{L}\p{N}])(?:[薇威微]|[vV])(?=[ :❤♥💚号]{1,3}[A-Za-z\d_])|\+ ?[vw](?=[ :]))`

/** Other services in which a person has a name. */
export const services = String.raw`(?:抖音|快手|钉钉|飞书|小红书|红薯|微博|围脖|知乎|豆瓣|b站|哔哩哔哩|bilibili|头条|西瓜|视频号(?!名)|贴吧|领英|脉脉|支付宝|淘宝|京东|拼多多|闲鱼|美团|陌陌|探探|王者|steam|github|gitee|csdn|telegram|电报|纸飞机|whatsapp|skype|zoom|alipay|instagram|twitter|facebook|linkedin|discord|signal|kakao|(?<![A-Za-z])(?:tg|ins|ig|fb|line|qq)(?![A-Za-z]))`

/** Where the name of a person stands in the address of a page: weibo.com/u/…. */
export const profiles = [
  'linkedin.com/in/',
  'weibo.com/(?:u/|n/)?',
  'weibo.cn/(?:u/)?',
  'zhihu.com/people/',
  'douban.com/people/',
  'space.bilibili.com/',
  'xiaohongshu.com/user/profile/',
  'douyin.com/user/',
  'v.douyin.com/',
  'github.com/',
  'gitee.com/',
  't.me/',
  'wa.me/',
  'x.com/',
  'twitter.com/',
  'facebook.com/',
  'fb.com/',
  'instagram.com/',
  'line.me/ti/p/',
  'orcid.org/',
  'researchgate.net/profile/',
  'scholar.google.com/citations\\?user=',
  'blog.csdn.net/',
  'user.qzone.qq.com/',
  'u.wechat.com/',
  'maimai.cn/contact/share/card\\?u=',
]
