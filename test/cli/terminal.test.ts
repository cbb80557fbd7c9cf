import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const enter = '\r'
const down = '\u001B[B'
const hasPty = spawnSync('script', ['--version']).status === 0

/** avert in a real pseudo-terminal; `until` waits for the screen or the case file, never for a time. */
function terminal(args: readonly string[], path: string) {
  const command = [process.execPath, 'dist/avert.js', ...args].join(' ')
  const child = spawn('script', ['-qec', `stty cols 80 rows 24; ${command} >${path}.out; echo EXIT $?`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  // Whoever presses keys again and again may press once more after the end.
  child.stdin.on('error', () => {})
  let screen = ''
  child.stdout.on('data', chunk => {
    screen += String(chunk)
  })
  const until = async (what: string, done: () => boolean): Promise<void> => {
    for (let i = 0; i < 600; i++) {
      if (done()) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error(`never came: ${what}\n${screen.slice(-2000)}`)
  }
  const answers = () =>
    existsSync(path) ? (parse(readFileSync(path, 'utf8')) as { answers: { fact: string; value: unknown }[] }).answers : []
  return {
    child,
    type: (keys: string) => child.stdin.write(keys),
    shows: (text: string) => until(text, () => screen.includes(text)),
    until,
    answers,
    screen: () => screen,
  }
}

describe.skipIf(!hasPty)('in a terminal', () => {
  test('kill -9 after an answer loses none of the answers', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'avert-tty-')), 'c.yaml')
    const first = terminal(['--case', path], path)
    await first.shows('Which of these have you seen')
    first.type(` ${enter}`)
    await first.shows('Question')
    const given = first.answers().length
    expect(given).toBeGreaterThan(5)
    first.type(`${down}${enter}`)
    await first.until('one more answer in the case', () => first.answers().length === given + 1)
    spawnSync('pkill', ['-9', '-f', path])
    const after = first.answers()
    expect(after).toHaveLength(given + 1)
    const second = terminal(['resume', path], path)
    await second.shows('Question')
    expect(second.answers()).toEqual(after)
    second.type('\u0003')
    await second.shows('EXIT 6')
    expect(second.screen()).toContain(`avert resume ${path}`)
  })

  test('boxes that were ticked stay when somebody saves and quits', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'avert-tty-')), 'c.yaml')
    const session = terminal(['--case', path], path)
    await session.shows('Which of these have you seen')
    session.type('y')
    session.type('s')
    await session.shows('EXIT 6')
    expect(session.answers()).toEqual([{ fact: 'cluster-commands-slow', value: true }])
    expect(session.screen()).toContain(`What is known so far: avert resume ${path} --no-input`)
  })

  test('"all others not seen" beside a symptom does not say that nothing is wrong', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'avert-tty-')), 'c.yaml')
    const session = terminal(['--case', path], path)
    await session.shows('Which of these have you seen')
    session.type('y')
    session.type('o')
    session.type(enter)
    await session.shows('Question')
    const given = new Map(session.answers().map(({ fact, value }) => [fact, value]))
    expect([given.get('cluster-commands-slow'), given.get('commands-hang'), given.has('something-wrong')]).toEqual([true, false, false])
    session.type('d')
    session.type(enter)
    await session.shows('EXIT 5')
  })

  test('evidence alone does not ask what a test came to that nobody has been told to do', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'avert-tty-')), 'c.yaml')
    const session = terminal(['test/evidence/bundles/av-stop', '--case', path], path)
    await session.shows('Which of these have you seen')
    session.type(enter)
    await session.shows('Which major release')
    session.type('\u0003')
    await session.shows('EXIT 6')
    expect(session.screen()).not.toContain('really off')
  })

  test('a whole interview ends with a diagnosis on stdout, and only that', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'avert-tty-')), 'c.yaml')
    const session = terminal(['--case', path, '--format', 'json'], path)
    await session.shows('Which of these have you seen')
    session.type(enter)
    // Enter everywhere: nobody can tell anything, and nothing is made up from it.
    const pressing = setInterval(() => session.type(enter), 100)
    await session.shows('EXIT').finally(() => clearInterval(pressing))
    expect(session.screen()).toContain('EXIT 5')
    // The diagnosis has scrolled away: what came out, and how to go on, stand next to the prompt.
    expect(session.screen()).toMatch(
      /No cause is likely yet\.[\s\S]*The case is saved in[\s\S]*--no-input[\s\S]*avert resume \S+c\.yaml\s+EXIT 5/,
    )
    const document = JSON.parse(readFileSync(`${path}.out`, 'utf8')) as { concluded: boolean; hypotheses: { band: string }[] }
    expect(document.concluded).toBe(false)
    expect(new Set(document.hypotheses.map(({ band }) => band))).toEqual(new Set(['open']))
    expect(session.answers().every(({ value }) => value === null)).toBe(true)
  })
})
