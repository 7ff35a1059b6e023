import { createDraw, type Draw, seedOf } from './draw.ts'

/** A made-up guest. The pinyin comes with the name, so that hundreds of thousands of them cost no dictionary. */
export interface DemoGuest {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly phone: string
  readonly title?: string
}

const surnames = (
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo ' +
  '梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv'
).split(' ')

const givenWords = (
  '伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 霞xia 平ping 刚gang ' +
  '桂gui 文wen 辉hui 玲ling 红hong 建jian 国guo 晓xiao 佳jia 雨yu 欣xin 子zi 涵han 一yi 梓zi 浩hao 宇yu 轩xuan 思si 琪qi ' +
  '雅ya 婷ting 博bo 志zhi 海hai 燕yan 雪xue 梅mei 春chun 秋qiu 云yun 飞fei 龙long 凤feng 华hua 英ying 倩qian 颖ying 璐lu 悦yue'
).split(' ')

const split = (word: string): readonly [string, string] => [word.slice(0, 1), word.slice(1)]

const prefixes = [
  '130',
  '131',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '158',
  '159',
  '176',
  '180',
  '186',
  '188',
  '189',
]

/**
 * The `number`th guest of a seed: always the same one. Phones never repeat within a seed: the last eight digits are the
 * number, scattered over all of them.
 */
export function demoGuest(number: number, seed: number): DemoGuest {
  const draw = createDraw(seedOf('guest', seed, number))
  const [surname, surnamePinyin] = split(draw.pick(surnames))
  const given = Array.from({ length: draw.chance(0.72) ? 2 : 1 }, () => split(draw.pick(givenWords)))
  const syllables = [surnamePinyin, ...given.map(([, pinyin]) => pinyin)]
  const scattered = (number * 48_271 + (seed % 10_007) * 7_919) % 100_000_000
  return {
    name: surname + given.map(([character]) => character).join(''),
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
    phone: `${prefixes[number % prefixes.length]}${String(scattered).padStart(8, '0')}`,
    ...(draw.chance(0.6) && { title: draw.pick(['先生', '女士', '小姐']) }),
  }
}

/** The telephone of somebody who has no file. */
export const madeUpPhone = (draw: Draw): string =>
  `${draw.pick(prefixes)}${String(draw.below(100_000_000)).padStart(8, '0')}`
