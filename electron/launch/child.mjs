import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const stops = /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])

/** @typedef {import('node:child_process').StdioOptions} Stdio */

/**
 * @typedef {object} ChildEnd
 * @property {number} status exit status; 128 + signal number when a signal ended it
 * @property {boolean} asked whether this process was asked to stop, and passed that on
 */

/**
 * Runs a program, passes stop signals on to it (a signal to `npm start` reaches only this process), and waits.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(child: import('node:child_process').ChildProcess) => void} [watch]
 * @returns {Promise<ChildEnd>}
 */
export function run(program, args, options, watch) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options)
    let asked = false
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      asked = true
      child.kill(signal)
    }
    for (const signal of stops) process.on(signal, forward)
    const done = () => {
      for (const signal of stops) process.removeListener(signal, forward)
    }
    child.once('error', (error) => {
      done()
      reject(error)
    })
    child.once('close', (code, signal) => {
      done()
      resolve({ status: code ?? 128 + (signal ? constants.signals[signal] : 0), asked })
    })
    watch?.(child)
  })
}
