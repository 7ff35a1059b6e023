/**
 * Standards of speech (flows.md): words that shut the door, promises nobody can keep, and what to say instead.
 * Checked by a test over every script in every language.
 */
export const shutDoorWords: readonly string[] = [
  // 简体
  '公司规定',
  '不能',
  '不会',
  '不行',
  '不可以',
  '不知道',
  '但是',
  '可是',
  '没办法',
  '一定',
  '保证',
  // 繁體
  '公司規定',
  '不會',
  '不行',
  '沒辦法',
  '保證',
]

/** The same in English, as whole words. */
export const shutDoorEnglish =
  /\b(but|can't|cannot|can not|won't|not allowed|don't know|policy|impossible|guarantee|unable)\b/i

/** Pairs shown beside the script: what slips out, and the better way; words in the catalogue `flows:instead.<name>`. */
export const rephrasings = ['rule', 'no', 'full', 'but', 'unknown'] as const

/** The shut-door words found in a text of the program. */
export function shutDoorsIn(text: string): readonly string[] {
  const found = shutDoorWords.filter((word) => text.includes(word))
  const english = shutDoorEnglish.exec(text)?.[0]
  return english === undefined ? found : [...found, english]
}
