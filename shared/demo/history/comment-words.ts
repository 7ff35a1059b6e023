import type { CommentItem } from '#shared/domain/feedback/scores.ts'

/** What guests write on their cards, by the item they were content with, or not. */
type Said = Readonly<Record<CommentItem, readonly string[]>>

export const praise: Said = {
  service: ['服务员很热情', '小姑娘嘴甜手快', '有求必应，谢谢', '送冰块来得真快', '生日惊喜布置得用心'],
  food: ['果盘新鲜', '卤味好吃', '小吃上得快', '茶水一直有人添', '爆米花又香又脆'],
  sound: ['话筒很清楚', '新歌很全', '音响效果棒', '点歌屏好用', '低音够劲，唱得过瘾'],
  environment: ['房间干净没有烟味', '灯光漂亮，拍照好看', '沙发舒服', '隔音好，隔壁听不到', '洗手间收拾得勤'],
  price: ['下午场划算', '办了卡很值', '套餐实惠', '价格公道', '同事聚会人均不高'],
}

export const complaints: Said = {
  service: ['按铃好久才来人', '买单等了二十分钟', '说好的果盘忘了上', '换话筒催了三次', '带位走错了楼层'],
  food: ['小吃凉了才送来', '果盘不够新鲜', '啤酒没有冰过', '鸡翅太咸', '菜单上好几样都卖完了'],
  sound: ['话筒有杂音', '一只话筒断断续续', '点歌屏卡顿', '低音太重听不清', '想唱的新歌没有'],
  environment: ['空调太冷', '房间有烟味', '沙发旁边没扫干净', '洗手间地上有水', '隔壁声音太大'],
  price: ['酒水比外面贵太多', '周末涨价没有说清楚', '续一小时收费偏高', '套餐里的东西太少', '订金退得慢'],
}

export const waited = ['等位久了一点', '说等半小时，等了快一小时', '人多，叫号听不清', '候位区没有座位']

export const general = [
  '下次还来',
  '和朋友玩得开心',
  '整体不错',
  '常来，越来越好',
  '老地方，放心',
  '公司聚会选这里就对了',
  '给爸妈过生日，他们很高兴',
  '同学聚会，唱到散场还舍不得走',
  '会推荐给朋友',
  '第一次来，印象很好',
]

/** What a supervisor writes when a card's complaint is passed on, or put aside. */
export const passedOn = ['已致电道歉，转店长跟进', '转工程部检修', '已回电，请客人下次来时找主管', '转厨房改进', '']
export const putAside = [
  '当晚主管已当面道歉',
  '回电确认客人没有投诉的意思',
  '设备当晚已更换，客人接受',
  '已当场免去一份果盘',
  '两次回电没有人接',
]
