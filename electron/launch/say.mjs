/**
 * One short line to the person at the terminal, Chinese first. It goes to stderr: stdout belongs to the hub,
 * whose `ready http://…` line other programs read.
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  process.stderr.write(`${chinese} · ${english}\n`)
}

/**
 * An end that the person at the terminal can act on; shown without a stack.
 */
export class LaunchFailure extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   */
  constructor(chinese, english) {
    super(`${chinese} · ${english}`)
    this.name = 'LaunchFailure'
  }
}
