/** What happens in one room in the evening of 2026-03-06, in minutes after midnight. */
export interface Party {
  readonly roomNo: string
  readonly name: string
  readonly people: number
  readonly from: number
  readonly to: number
  readonly how: 'walkIn' | 'booking'
  /** When it paid, and when it left; not yet when missing. */
  readonly settled?: number
  readonly left?: number
  /** Booked, and still not there. */
  readonly late?: true
  readonly vip?: 'gold' | 'silver'
}

export const nowMinutes = 18 * 60 + 42

const clock = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

/** `12:00-13:30 萧女士4`; a mark after it: w walk-in, l late, s settled at 18:38, v gold card. Times run past 24:00. */
function read(roomNo: string, lines: readonly string[]): Party[] {
  return lines.map((line) => {
    const found = /^(\d+:\d+)-(\d+:\d+) (\D+)(\d+)([wlsv]*)(?:@(\d+:\d+))?$/.exec(line)
    if (!found) throw new Error(line)
    const [, from = '', to = '', name = '', people = '', marks = '', left] = found
    const span = { from: clock(from), to: clock(to) }
    const over = span.to <= nowMinutes - 20
    return {
      roomNo,
      name,
      people: Number(people),
      ...span,
      how: marks.includes('w') || over ? 'walkIn' : 'booking',
      ...(marks.includes('s') ? { settled: nowMinutes - 4 } : {}),
      ...(left ? { left: clock(left) } : over ? { left: span.to } : {}),
      ...(marks.includes('l') ? { late: true as const } : {}),
      ...(marks.includes('v') ? { vip: 'gold' as const } : {}),
    }
  })
}

const told: Readonly<Record<string, readonly string[]>> = {
  203: ['12:20-14:00 许女士2', '14:40-17:30 高先生4', '19:30-22:30 丁先生3', '23:00-25:00 孟女士4'],
  205: ['13:00-15:00 何先生3', '15:30-18:45 沈女士4s', '19:15-22:15 卢先生4', '22:45-24:45 尹女士2'],
  209: ['12:30-15:10 苗女士3', '15:40-18:10 古先生2', '19:15-21:30 夏女士4', '22:00-25:00 乔先生3'],
  211: ['12:10-14:30 侯先生4', '15:00-18:20 尤女士3', '18:45-21:45 谭女士2', '22:15-24:15 莫先生3'],
  214: [
    '12:00-13:30 萧女士4',
    '14:10-15:40 龙女士2',
    '16:00-18:50 马女士4',
    '19:30-22:30 方先生3',
    '22:45-24:45 杨女士3',
    '25:15-28:15 曾女士4',
  ],
  215: ['13:45-15:15 陆女士3', '15:30-18:30 梁先生3w', '19:15-22:15 宋女士4', '22:45-25:45 高女士2'],
  216: ['13:30-15:20 丁先生2', '15:40-18:45 郑先生4sw', '19:30-22:30 谢女士3', '22:45-24:45 秦先生2'],
  217: [
    '12:05-13:35 万女士2',
    '13:55-15:30 夏女士2',
    '16:25-18:40 郑女士2w@18:36',
    '19:00-22:00 韩先生4',
    '22:15-24:45 程女士3',
    '25:15-28:15 石女士2',
  ],
  218: [
    '12:10-13:15 郝先生3',
    '13:50-15:55 彭先生3',
    '16:15-18:10 黄先生3',
    '18:30-21:30 苏女士4l',
    '22:00-25:00 林先生4',
    '25:30-28:30 魏女士4',
  ],
  219: [
    '12:25-13:55 谢先生2',
    '14:15-16:15 江女士3',
    '16:30-19:30 冯女士3',
    '23:45-26:15 钟女士4',
    '26:45-29:45 段先生4',
  ],
  220: ['12:05-14:30 石女士3', '14:45-17:00 曹先生2'],
  221: [
    '12:05-13:15 吕先生4',
    '13:25-15:25 周先生3',
    '15:35-17:05 姚先生4',
    '17:15-19:45 程先生4',
    '20:00-23:00 孙女士4',
    '23:30-26:30 孔先生4',
  ],
  222: [
    '12:15-13:45 史先生3',
    '14:15-16:20 薛先生2',
    '17:00-20:00 邓女士2',
    '20:15-22:45 韩先生3v',
    '23:15-26:15 汪先生4',
  ],
  223: [
    '12:00-14:00 袁女士2',
    '14:20-16:30 张先生4',
    '16:45-19:15 沈先生4',
    '21:30-24:30 陈先生3',
    '25:00-28:00 谭女士3',
  ],
  224: [
    '12:50-14:50 苏先生3',
    '15:15-17:20 吴女士3',
    '17:30-19:00 彭女士3w',
    '19:15-22:15 白女士3',
    '25:30-28:30 卓女士2',
  ],
  301: ['12:00-13:55 唐先生6', '14:15-16:15 顾先生8', '16:30-19:30 吕先生7', '19:45-22:45 田女士7'],
  302: [
    '12:00-13:15 徐先生6',
    '14:35-16:40 廖女士8',
    '17:00-20:00 魏女士8',
    '20:30-23:30 卢先生5v',
    '23:45-25:45 崔先生7',
    '26:15-29:15 马女士6',
  ],
  303: [
    '12:00-13:10 侯先生7',
    '13:25-15:25 阎先生5',
    '15:50-18:35 潘先生7@18:25',
    '19:00-22:00 钟女士7',
    '22:30-25:30 冯先生8',
    '26:00-29:00 任女士6',
  ],
  304: [
    '12:35-14:20 许先生8',
    '14:30-17:00 李先生8',
    '17:15-20:15 叶先生6',
    '20:30-23:30 杜女士8',
    '24:00-27:00 邹先生5',
  ],
  305: [
    '12:00-13:30 康女士7',
    '13:50-16:05 蒋女士5',
    '16:15-19:15 戴先生7',
    '19:45-22:45 顾女士8v',
    '23:00-25:30 罗先生7',
    '26:00-29:00 潘先生6',
  ],
  306: ['12:15-14:10 邵先生6', '14:45-17:20 于女士6', '23:15-25:15 邱女士6', '27:00-29:30 赵先生6'],
  307: [
    '13:30-15:45 傅先生6',
    '16:00-18:52 姜先生6w',
    '19:30-22:00 熊女士5',
    '22:30-25:30 石先生8',
    '26:30-29:30 蔡先生8',
  ],
  308: ['12:05-14:10 梁女士8', '14:45-17:00 毛女士8', '24:30-26:45 孟先生7', '27:15-29:45 董先生7'],
  309: ['13:15-15:15 陈女士5', '15:35-17:35 范女士8', '17:45-20:45 姚先生8w', '24:30-27:00 邵先生7'],
  310: ['12:30-14:40 俞先生5', '15:10-18:05 金女士7', '18:30-21:30 邹女士7l', '22:00-25:00 文先生6'],
  311: ['12:40-15:00 鲁先生6', '15:30-18:15 齐女士5', '22:45-25:45 庄先生7'],
  313: ['13:00-15:30 武女士8', '16:00-18:10 毕先生6', '20:30-23:30 汪先生7'],
  317: ['12:20-14:50 邢先生6', '15:20-18:45 洪女士8w@18:34', '19:00-22:00 吕先生8', '22:30-25:00 岳女士5'],
  318: ['13:10-15:40 柳女士7', '16:00-18:20 章先生6', '19:00-21:30 江先生5', '22:15-25:15 关女士6'],
  504: ['12:30-15:30 舒先生10', '15:50-18:15 喻女士12', '19:00-22:00 启明设计14', '22:45-25:45 严先生9'],
  505: ['13:10-15:40 卞先生11', '16:00-18:45 尚女士10s', '19:15-22:15 李先生13', '23:00-26:00 谷女士9'],
  506: ['12:40-15:10 童先生9', '15:40-18:00 殷女士12', '23:30-26:30 郝先生12'],
  601: ['14:00-16:00 展翔科技18', '16:30-19:30 云帆文化20', '20:15-23:15 杜女士16'],
  603: ['13:00-16:30 金桥物流16', '19:30-22:30 安达物流22'],
  702: ['14:30-17:30 华庭置业28', '19:00-22:00 华庭地产32'],
}

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章云苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤罗毕郝安常乐于傅齐康伍余顾孟黄萧尹',
]

/** The same numbers every time: a picture has to be the picture of last time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

interface PlanRoom {
  readonly roomNo: string
  readonly cleaning: number
  readonly seats: number
}

/** The rooms the pictures do not tell about: parties one after the other, as an evening goes. */
function made(room: PlanRoom, seed: number): Party[] {
  const roll = dice(seed)
  const name = () => `${surnames[roll(surnames.length)] ?? '王'}${roll(2) === 0 ? '先生' : '女士'}`
  const people = () => Math.max(1, room.seats - roll(Math.max(2, Math.ceil(room.seats / 2))))
  const quarter = (minutes: number) => Math.ceil(minutes / 15) * 15
  const parties: Party[] = []
  let at = 12 * 60 + roll(9) * 10
  while (at < 16 * 60 - 30) {
    const to = at + 80 + roll(6) * 12
    parties.push({ roomNo: room.roomNo, name: name(), people: people(), from: at, to, how: 'walkIn', left: to })
    at = to + room.cleaning + 5 + roll(4) * 8
  }
  const from = Math.max(quarter(at), 16 * 60 + roll(6) * 15)
  const to = Math.max(from + 120, 19 * 60 + 15 + roll(7) * 15)
  parties.push({
    roomNo: room.roomNo,
    name: name(),
    people: people(),
    from,
    to,
    how: roll(3) === 0 ? 'booking' : 'walkIn',
  })
  at = quarter(to + room.cleaning)
  while (at < 27 * 60 + 30) {
    const length = 120 + roll(5) * 15
    if (at + length > 30 * 60) break
    parties.push({ roomNo: room.roomNo, name: name(), people: people(), from: at, to: at + length, how: 'booking' })
    at = quarter(at + length + room.cleaning + roll(3) * 30)
  }
  return parties
}

/** Every party of the evening, those the pictures name first. */
export function eveningOf(rooms: readonly PlanRoom[]): readonly Party[] {
  const byNumber = [...rooms].sort((a, b) => a.roomNo.localeCompare(b.roomNo))
  const known = byNumber.flatMap((room) => read(room.roomNo, told[room.roomNo] ?? []))
  const others = rooms.filter((room) => !told[room.roomNo]).flatMap((room) => made(room, Number(room.roomNo) * 7919))
  return [...known, ...others]
}
