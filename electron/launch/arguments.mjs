import { LaunchFailure } from './say.mjs'

/**
 * @typedef {object} LaunchArguments
 * @property {'hub' | 'desk'} host hub: headless service; desk: a window on this machine
 * @property {string | undefined} data data folder, as given
 * @property {boolean} browser take a browser window even where Electron is there
 * @property {boolean} help
 * @property {string[]} passed the arguments for the program, without --hub, --browser
 */

const withValue = new Set(['--data', '--port', '--bind', '--now', '--demo-history'])
const switches = new Set(['--training'])

/**
 * Sorts the launcher's arguments from those it hands on. Unknown ones are refused here, before minutes of building.
 * @param {string[]} given arguments after the script's name
 * @returns {LaunchArguments}
 */
export function parseArguments(given) {
  /** @type {LaunchArguments} */
  const result = { host: 'desk', data: undefined, browser: false, help: false, passed: [] }
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? ''
    const [name = '', inline] = splitOnce(word)
    if (word === '--hub') result.host = 'hub'
    else if (word === '--browser') result.browser = true
    else if (word === '--help' || word === '-h') result.help = true
    else if (switches.has(word)) result.passed.push(word)
    else if (withValue.has(name)) {
      const value = inline ?? given[++at]
      if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
        throw new LaunchFailure(`${name} 后面缺少内容`, `${name} needs a value`)
      if (name === '--data') result.data = value
      result.passed.push(name, value)
    } else throw new LaunchFailure(`没有这个选项：${word}`, `Unknown option: ${word}`)
  }
  if (result.host === 'hub' && result.data === undefined && !result.help)
    throw new LaunchFailure('--hub 需要 --data 文件夹', '--hub needs --data DIR')
  return result
}

/** @param {string} word */
function splitOnce(word) {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

export const usage = `npm start                              预约台窗口 · the desk in a window
  --training [--now ISO]               练习店，时钟可调 · practice venue with a settable clock
  --demo-history MONTHS                练习店带几个月的历史 · months of made-up history
  --data DIR                           数据放在哪里 · where the data lives
  --browser                            用浏览器窗口打开 · a browser window instead of Electron
npm start -- --hub --data DIR          只开服务 · the service alone
  --port N (0: 任选 · any)  --bind IP
`
